"""From a content folder and a list of recipients to numbered copies, one for each of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from hashlib import sha256
from pathlib import Path
from unicodedata import normalize

from strategy_report.content.folder_files import LETTER_FILE
from strategy_report.content.load import load_record, quote_lines
from strategy_report.content.messages import in_order
from strategy_report.content.read_letter import LETTER
from strategy_report.content.read_recipients import load_recipients
from strategy_report.core.diagnostic import Checked, Diagnostic, Severity
from strategy_report.core.kept import Kept
from strategy_report.core.length import ZERO
from strategy_report.core.source import SourceSpan
from strategy_report.core.value import Value, replace
from strategy_report.display.book import Book, OutlineEntry
from strategy_report.display.box import Box
from strategy_report.fonts.packs import FONTS, packs_with
from strategy_report.inspection.encrypt import encrypted
from strategy_report.inspection.sign import Certificate
from strategy_report.model.letter import Letter
from strategy_report.model.recipient import Recipient
from strategy_report.pages.copy_marks import (
    NUMBER_WORD,
    copy_foot,
    copy_watermark,
    foot_places,
    holder_words,
)
from strategy_report.pages.covering_letter import covering_letter
from strategy_report.pages.missing_glyphs import missing_glyphs_in
from strategy_report.pages.setting import Setter
from strategy_report.pdf.claim import UA1, Claim
from strategy_report.pdf.copies import Copies, Inscription
from strategy_report.pdf.document import write_pdf
from strategy_report.pipeline import Made, Press, make, settings_of, theme_of
from strategy_report.store.file_name import name_key, safe_file_name
from strategy_report.store.zip_file import moment_of
from strategy_report.story.covering_letter import letter_part, unresolved
from strategy_report.workbook.manifest_csv import HandedCopy, manifest_csv

MANIFEST, ALL_LETTERS = "配布一覧.csv", "送付状（全員）.pdf"
_LETTER_END = "-送付状.pdf"


class Order(Value):
    """What is to be made.

    Attributes:
        recipients: the list's file.
        watermark: whether number and name stand pale behind the text, too.
        letters: whether a covering letter goes along with each copy.
    """

    content: Path
    recipients: Path
    watermark: bool = False
    letters: bool = False


class NumberedCopy(Value):
    """One recipient's copy, its words set, before it is written.

    Attributes:
        file: its name.
        inscriptions: by the kind of page.
        letter: that goes along; None: there is none.
    """

    recipient: Recipient
    file: str
    inscriptions: Mapping[int, Inscription]
    letter: Book | None = None

    @property
    def boxes(self) -> Iterator[Box]:
        """All that is set for this copy alone."""
        for inscription in self.inscriptions.values():
            yield from (*inscription.behind, *inscription.above)
        for page in () if self.letter is None else self.letter.pages:
            yield from page.boxes

    @property
    def letter_file(self) -> str:
        """The letter's name; empty where there is none."""
        return "" if self.letter is None else self.file.removesuffix(".pdf") + _LETTER_END


class Distribution(Value):
    """Copies that nothing forbids any more.

    Attributes:
        kinds: of each page, which of a copy's inscriptions it takes.
    """

    made: Made
    order: Order
    copies: tuple[NumberedCopy, ...]
    kinds: tuple[int, ...]

    @property
    def protected(self) -> int:
        """How many of them only a password opens."""
        return sum(bool(copy.recipient.password) for copy in self.copies)


def prepare(order: Order, press: Press) -> Checked[Distribution]:
    """All that is to be set for the copies; no value where an error forbids any of them."""
    read = load_recipients(order.recipients)
    letter: Checked[Letter] = Checked(value=None)
    if order.letters:
        letter = load_record(order.content, LETTER_FILE, LETTER)
    made = make(order.content, press)
    said = (*read.diagnostics, *letter.diagnostics, *made.diagnostics)
    if read.value is None or made.value is None or letter.has_errors:
        return Checked(value=None, diagnostics=said)
    press.tell("配布する冊子を用意しています")
    distribution = set_for(read.value.listed, made.value, order, press)
    if letter.value is not None:
        lettered = with_letters(distribution, letter.value, press)
        if lettered.value is None:
            return Checked(value=None, diagnostics=(*said, *lettered.diagnostics))
        distribution = lettered.value
    undrawn = missing_glyphs_in(
        _all_boxes(distribution), partial(packs_with, order.content / FONTS)
    )
    faults = in_order((*_name_faults(distribution.copies), *undrawn))
    faults = read.value.quoted(faults, order.recipients.as_posix())
    value = None if faults else distribution
    return Checked(value=value, diagnostics=(*said, *quote_lines(faults, order.content)))


def _all_boxes(distribution: Distribution) -> Iterator[Box]:
    for copy in distribution.copies:
        yield from copy.boxes


def set_for(
    recipients: Sequence[Recipient], made: Made, order: Order, press: Press
) -> Distribution:
    """What each recipient's copy shows, whatever may be wrong with it."""
    theme = theme_of(made.plan, press)
    places = foot_places(made.book, theme)
    by_kind = list(dict.fromkeys(places))
    setter = Setter(press.composer(made.plan.wording.dictionary))

    def inscriptions(recipient: Recipient) -> Mapping[int, Inscription]:
        words = holder_words(recipient)
        pale = copy_watermark(words, made.book, theme, setter) if order.watermark else ()
        return {
            kind: Inscription(behind=pale, above=(copy_foot(words, place, theme, setter),))
            for kind, place in enumerate(by_kind)
        }

    return Distribution(
        made=made,
        order=order,
        kinds=tuple(map(by_kind.index, places)),
        copies=tuple(
            NumberedCopy(
                recipient=recipient,
                file=_file_name(made, recipient),
                inscriptions=inscriptions(recipient),
            )
            for recipient in recipients
        ),
    )


def with_letters(distribution: Distribution, letter: Letter, press: Press) -> Checked[Distribution]:
    """*distribution* with a letter to go with each copy; no value where one cannot be told."""
    made = distribution.made
    lost = tuple(
        _error(
            "DST015",
            reference.source,
            f"「${{{reference.indicator}.{reference.part}}}」の指す値がありません。",
            "id と年を確かめるか、数をそのまま書いてください。",
        )
        for reference in unresolved(letter, made.plan)
    )
    if lost:
        return Checked(value=None, diagnostics=quote_lines(lost, distribution.order.content))
    theme = theme_of(made.plan, press)
    composer = press.composer(made.plan.wording.dictionary)
    copies = []
    for copy in distribution.copies:
        part = letter_part(letter, copy.recipient, made.plan, made.book.title)
        set_ = covering_letter(part, theme, composer, made.book)
        if set_ is None:
            long = _error(
                "DST016",
                letter.source,
                f"送付状が1枚に入りません（配布番号 {copy.recipient.number}）。",
                "本文か、「記」の下に並べるものを短くしてください。",
            )
            return Checked(value=None, diagnostics=quote_lines((long,), distribution.order.content))
        copies.append(replace(copy, letter=set_))
    return Checked(value=replace(distribution, copies=tuple(copies)))


def all_letters(copies: Sequence[NumberedCopy]) -> Book:
    """The letters of *copies*, all of which have one, behind each other; bookmarks name whose."""
    lettered = [(copy.recipient, copy.letter) for copy in copies if copy.letter is not None]
    pages = tuple(
        replace(page, part=f"letter-{at}", label=recipient.number)
        for at, (recipient, letter) in enumerate(lettered)
        for page in letter.pages
    )
    outline = tuple(
        OutlineEntry(title=f"{recipient.number}　{recipient.name}", page=at, y=ZERO)
        for at, (recipient, _) in enumerate(lettered)
    )
    _, first = lettered[0]
    return replace(first, pages=pages, outline=outline)


def _file_name(made: Made, recipient: Recipient) -> str:
    id_ = made.plan.edition.id
    return safe_file_name(f"{id_}-{recipient.number}-{recipient.name}.pdf")


def _name_faults(copies: Sequence[NumberedCopy]) -> Iterator[Diagnostic]:
    """What no file system takes for a name, and names that some take for the same."""
    first: dict[str, NumberedCopy] = {}
    for copy in copies:
        recipient = copy.recipient
        for text, where in (
            (recipient.number, recipient.number_source),
            (recipient.name, recipient.name_source),
        ):
            yield from _refused_characters(text, where)
        same = first.setdefault(name_key(copy.file), copy)
        if same is not copy:
            yield _error(
                "DST014",
                recipient.number_source,
                f"「{copy.file}」という同じ名前のファイルが2つ出来ます。",
                "番号か氏名を、違うものにしてください。",
            )


def _refused_characters(text: str, where: SourceSpan | None) -> Iterator[Diagnostic]:
    plain = normalize("NFC", text)
    # Ends of a name have rules of their own, and are ends of no file's name here.
    safe = safe_file_name(f"x{plain}x")[1:-1]
    refused = "".join(
        dict.fromkeys(char for char, now in zip(plain, safe, strict=False) if char != now)
    )
    if refused:
        wide = "".join(chr(ord(char) + 0xFEE0) for char in refused if char.isascii())
        yield _error(
            "DST013",
            where,
            f"「{refused}」は、ファイルの名前に使えません。",
            f"全角の「{wide}」にするか、ほかの字にしてください。",
        )


def _error(code: str, where: SourceSpan | None, what: str, fix: str) -> Diagnostic:
    return Diagnostic(code=code, severity=Severity.ERROR, where=where, what=what, fix=fix)


class Writer:
    """Writes the files of a distribution, each when its turn comes.

    Attributes:
        size: about how many bytes all of them come to.
        moment: when they were made, as they state it.

    Args:
        distribution: what is to be written.
        press: that it was set with.
        certificate: that copies are signed with; None leaves them unsigned.
    """

    def __init__(
        self, distribution: Distribution, press: Press, certificate: Certificate | None = None
    ) -> None:
        self._distribution = distribution
        made = distribution.made
        settings = settings_of(made, distribution.order.content, press)
        claim = settings.profile.claim
        assert isinstance(claim, Claim), "copies are for screens"
        self._claim = claim
        self._press, self._kept, self._certificate = press, Kept(), certificate
        self.moment = moment_of(made.book.issued, press.settings.made_at)
        self._copies = Copies(made.book, press.faces, settings, distribution.kinds)
        self.size = len(self._plain(distribution.copies[0])) * len(distribution.copies)

    def files(self, tell: Callable[[int], None]) -> Iterator[tuple[str, bytes]]:
        """Name and bytes of every copy, in the order of the list, then of the list of them.

        Where letters go along, all of them stand in one file more: to be printed at once.

        *tell* is told how many copies are done.
        """
        handed = []
        for done, copy in enumerate(self._distribution.copies, start=1):
            data = self._written(copy)
            handed.append(self._handed(copy, data))
            yield copy.file, data
            if copy.letter is not None:
                yield copy.letter_file, self._pdf(copy.letter)
            tell(done)
        if self._distribution.order.letters:
            yield ALL_LETTERS, self._pdf(all_letters(self._distribution.copies))
        yield MANIFEST, manifest_csv(handed)

    def _pdf(self, letter: Book) -> bytes:
        press = self._press
        return write_pdf(letter, press.faces, press.settings, self._kept)

    def _written(self, copy: NumberedCopy) -> bytes:
        recipient = copy.recipient
        data = self._plain(copy)
        if recipient.password:
            data = encrypted(data, recipient.password)
        if self._certificate is not None:
            data = self._certificate.signed(data, recipient.password)
        return data

    def _plain(self, copy: NumberedCopy) -> bytes:
        """The file before it is encrypted or signed."""
        recipient = copy.recipient
        keywords = f"{NUMBER_WORD} {recipient.number}"
        return self._copies.copy(copy.inscriptions, keywords, self._claim_of(recipient))

    def _handed(self, copy: NumberedCopy, data: bytes) -> HandedCopy:
        return HandedCopy(
            recipient=copy.recipient,
            file=copy.file,
            size=len(data),
            sha256=sha256(data).hexdigest(),
            claim=self._claim_of(copy.recipient).called,
            letter=copy.letter_file,
            signed=self._certificate is not None,
        )

    def _claim_of(self, recipient: Recipient) -> Claim:
        # PDF/A knows no file that not everyone can open (ISO 19005-2, 6.1.3).
        return UA1 if recipient.password else self._claim
