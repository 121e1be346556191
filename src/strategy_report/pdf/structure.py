"""The structure tree under way: which element each piece of a page's content belongs to.

Boxes become elements of their roles (ISO 32000-1, 14.7 and 14.8); the pages of one part of the
book are a Sect. A box that has the key and the role of an earlier one under the same parent
continues that one's element, so that a measure over two columns or two pages is read as one.

A page has a tree of its own while it is painted (`PageTags`); the book's (`Structure`) is put
together from those, page by page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from strategy_report.core.geometry import Rect, Size
from strategy_report.core.value import Value
from strategy_report.display.box import Box
from strategy_report.display.item import Voice
from strategy_report.display.role import Role
from strategy_report.pdf.objects import Reference


class Marked(Value, kw_only=False):
    """A marked-content sequence: number *mcid* of the page with index *page*."""

    page: int
    mcid: int


class Pressed(Value, kw_only=False):
    """A link's annotation, on the page with index *page*."""

    page: int
    annotation: Reference


class Element:
    """A structure element, until all of its tree is there.

    Attributes:
        key: of the box it stands for; empty for one that no other box may continue.
        alt: of that box.
        area: where it stands on its first page, and that page's size.
        voice: how its words are said, where they are not said as those around them.
    """

    def __init__(self, role: Role, key: str, parent: Element | None) -> None:
        self.role = role
        self.key = key
        self.parent = parent
        self.alt = ""
        self.area: tuple[Rect, Size] | None = None
        self.voice: Voice | None = None
        self.kids: list[Element | Marked | Pressed] = []
        self._named: dict[tuple[Role, str], Element] = {}

    def child(self, role: Role, key: str) -> Element:
        """The child with that role and key, which is made if there is none yet."""
        known = self._named.get((role, key)) if key else None
        if known is None:
            known = Element(role, key, self)
            self.kids.append(known)
            self._named[role, key] = known
        return known

    def stands_for(self, alt: str, area: tuple[Rect, Size] | None) -> None:
        """A box with that alternative text, there; of several, the first that has one counts."""
        self.alt = self.alt or alt
        self.area = self.area or area

    def spoken(self, voice: Voice) -> Element:
        """The child for words within it that are said in *voice*, which may come in pieces."""
        last = self.kids[-1] if self.kids else None
        if isinstance(last, Element) and last.voice is voice:
            return last
        words = self.child(voice.role, "")
        words.voice = voice
        return words

    @property
    def first_page(self) -> int | None:
        """The index of the page that it begins on; None where it has no content."""
        pages = (kid.first_page if isinstance(kid, Element) else kid.page for kid in self.kids)
        return next((page for page in pages if page is not None), None)

    @property
    def children(self) -> Iterator[Element]:
        return (kid for kid in self.kids if isinstance(kid, Element))

    @property
    def says_something(self) -> bool:
        """Whether there is content in it; an empty cell stands for itself."""
        return self.role in _CELLS or any(
            not isinstance(kid, Element) or kid.says_something for kid in self.kids
        )


_CELLS = {Role.TABLE_HEADER, Role.TABLE_DATA}


class PageTags:
    """Numbers the contents of one page, and tells whose they are.

    Attributes:
        root: stands for the element that the page's boxes will belong to.
        owners: the elements that the contents belong to, by their numbers (MCID).
    """

    def __init__(self, trim: Size) -> None:
        self.root = Element(Role.DOCUMENT, "", None)
        self.owners: list[Element] = []
        self._trim = trim

    def element(self, box: Box, parent: Element) -> Element:
        """The element of *box*."""
        element = parent.child(box.role, box.key)
        element.stands_for(box.alt, (box.rect, self._trim))
        return element

    def pressed(self, words: Element, rect: Rect) -> Element:
        """The link in the mark of a note, which stands at *rect*."""
        link = words.child(Role.LINK, "note")
        link.voice = words.voice
        link.stands_for("", (rect, self._trim))
        return link

    def mark(self, element: Element) -> int:
        """The number (MCID) of the next content on the page, which belongs to *element*."""
        mcid = len(self.owners)
        self.owners.append(element)
        # Which page of the book this is turns out when the book is put together.
        element.kids.append(Marked(0, mcid))
        return mcid


class Structure:
    """The elements of a book of *page_count* pages.

    Attributes:
        pages: of each page, the elements that its marked contents belong to, by their numbers.
        sections: the element of each page's part.
        pressed: the elements of links, in the order of their annotations' keys.
    """

    def __init__(self, page_count: int) -> None:
        self.root = Element(Role.DOCUMENT, "", None)
        self.pages: list[list[Element]] = []
        self.sections: list[Element] = []
        self.pressed: list[Element] = []
        self._page_count = page_count

    def add_page(self, tags: PageTags, part: str) -> Mapping[Element, Element]:
        """The next page's elements, put under those of the pages before it.

        Returns:
            By each element of the page, which it has become. *tags* stay as they are.
        """
        section = self.root.child(Role.SECTION, part) if part else self.root
        placed = {tags.root: section}
        _copy(tags.root, section, len(self.pages), placed)
        self.pages.append([placed[owner] for owner in tags.owners])
        self.sections.append(section)
        return placed

    def press(self, element: Element, annotation: Reference) -> int:
        """Put an annotation of the last page under a link's element.

        Returns:
            The annotation's StructParent key.
        """
        element.kids.append(Pressed(len(self.pages) - 1, annotation))
        self.pressed.append(element)
        return self._page_count + len(self.pressed) - 1


def _copy(source: Element, copied: Element, page: int, placed: dict[Element, Element]) -> None:
    """All below *source* to below *copied*; contents are those of the page with index *page*."""
    for kid in source.kids:
        match kid:
            case Element():
                below = placed[kid] = copied.child(kid.role, kid.key)
                below.stands_for(kid.alt, kid.area)
                below.voice = kid.voice
                _copy(kid, below, page, placed)
            case Marked(mcid=mcid):
                copied.kids.append(Marked(page, mcid))
            case Pressed():
                raise TypeError("a page's own tree knows of no annotations")
