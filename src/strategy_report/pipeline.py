"""The whole path on one screen: content -> Plan -> Story -> Book -> bytes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from strategy_report.charts.gallery import Gallery
from strategy_report.checked_content import check_content
from strategy_report.compose.composer import Composer, Vocabulary
from strategy_report.content.load import quote_lines
from strategy_report.core.diagnostic import Checked, Diagnostic
from strategy_report.core.geometry import Size
from strategy_report.core.kept import Kept
from strategy_report.core.length import Length
from strategy_report.core.value import Value, replace
from strategy_report.display.book import Book
from strategy_report.display.item import Image
from strategy_report.enclosures import enclosures
from strategy_report.fonts.catalog import FACES, Catalog, FontCheck, open_catalog
from strategy_report.fonts.packs import FONTS, open_packs, packs_with
from strategy_report.images.darkroom import Darkroom
from strategy_report.images.photo_path import PHOTOS, resolve_photo
from strategy_report.images.press import PressColour
from strategy_report.images.problem import PhotoProblem
from strategy_report.model.plan import Plan
from strategy_report.pages.own_look import own_theme
from strategy_report.pages.paginate import Means, paginate
from strategy_report.pages.setting import Setter
from strategy_report.pdf.document import write_pdf
from strategy_report.pdf.profile import PdfSettings, Profile, screen_profile
from strategy_report.store.cache import Cache
from strategy_report.story.block import PhotoBlock
from strategy_report.story.compile import compile_story
from strategy_report.style.theme import Theme


class Setup(Value):
    """What files are made for.

    Attributes:
        profile: how they are written.
        ppi: of the photographs in them, at most; coarser ones than `least_ppi` are reported.
        encloses: whether plan, figures and places go along within them.
        colour: what photographs are printed with; None leaves them to a screen.
        bleed: None takes the theme's.
    """

    profile: Profile
    ppi: int
    least_ppi: int
    encloses: bool = False
    colour: PressColour | None = None
    bleed: Length | None = None


# The coarsest that still prints well; and what is reported as too coarse.
SCREEN_PPI, LEAST_PPI = 220, 150


def on_screen(*, with_data: bool = True, pdf20: bool = False, ppi: int = SCREEN_PPI) -> Setup:
    """For tablets and the web: read aloud, kept for decades, with or without the data inside."""
    return Setup(
        profile=screen_profile(with_data=with_data, pdf20=pdf20),
        ppi=ppi,
        least_ppi=min(ppi, LEAST_PPI),
        encloses=with_data,
    )


FOR_SCREEN = on_screen()


class Made(Value):
    """A booklet that has not been written yet."""

    plan: Plan
    book: Book


class Built(Value):
    """A booklet and its file.

    Attributes:
        pdf: the file's bytes.
    """

    plan: Plan
    book: Book
    pdf: bytes


class Press:
    """What outlives one build: opened faces, composed paragraphs, drawn charts, photographs, pages.

    A second build with the same press gives the same bytes as with a new one, sooner: what the
    steps on the way gave is `kept`, and only what has changed goes through them again.

    Args:
        cache: charts and photographs of earlier runs; None keeps nothing.
        made_at: SOURCE_DATE_EPOCH; None dates the file by its edition.
        tell: is told in Japanese what begins.
        setup: what its files are for.
        kept: what the steps gave; `NothingKept` where there is one build, which takes a fifth
            less memory.
    """

    def __init__(
        self,
        cache: Cache | None = None,
        made_at: int | None = None,
        tell: Callable[[str], None] = lambda _: None,
        setup: Setup = FOR_SCREEN,
        kept: Kept | None = None,
    ) -> None:
        self.faces: Catalog = open_catalog()
        self._font_check = FontCheck(self.faces)
        self.gallery = Gallery(cache)
        self.darkroom = Darkroom(
            cache, ppi=setup.ppi, least_ppi=setup.least_ppi, press=setup.colour
        )
        self.settings = PdfSettings(profile=setup.profile, made_at=made_at)
        self.kept = kept or Kept()
        self.bleed, self.encloses = setup.bleed, setup.encloses
        self.tell = tell
        self._jis90: tuple[str, ...] = ()
        self._packs: Catalog = {}
        self._asked: tuple[Path, ...] = ()

    @property
    def faults(self) -> tuple[Diagnostic, ...]:
        """Of the installation's faces; with any, nothing is built."""
        return self._font_check.faults()

    def take_faces(self, folder: Path, plan: Plan) -> tuple[Diagnostic, ...]:
        """What *plan* asks for besides our faces: its own from *folder*, older forms of names.

        Returns:
            Errors for faces that cannot be used.
        """
        names = plan.edition.fonts
        said: tuple[Diagnostic, ...] = ()
        asked = tuple(folder / name for name in names)
        if asked != self._asked:
            opened = open_packs(folder, names)
            self._packs = opened.value or {}
            self._asked = () if opened.value is None else asked
            self.faces = {**{face_id: self.faces[face_id] for face_id in FACES}, **self._packs}
            where = plan.edition.fonts_source
            told = (replace(fault, where=where) for fault in opened.diagnostics)
            said = quote_lines(tuple(told), folder.parent)
        self._jis90 = plan.wording.jis90
        return said

    def composer(self, dictionary: tuple[str, ...]) -> Composer:
        vocabulary = Vocabulary(unbroken=dictionary, jis90=self._jis90)
        given = (self.faces, vocabulary, tuple(self._packs))
        return self.kept.of("composer", given, lambda: Composer(*given))


def build(folder: Path, press: Press) -> Checked[Built]:
    """The booklet of *folder*; no value where an error forbids one."""
    made = make(folder, press)
    if made.value is None:
        return Checked(value=None, diagnostics=made.diagnostics)
    plan, book = made.value.plan, made.value.book
    press.tell("PDF を書き出しています")
    settings = settings_of(made.value, folder, press)
    pdf = write_pdf(book, press.faces, settings, press.kept)
    return Checked(value=Built(plan=plan, book=book, pdf=pdf), diagnostics=made.diagnostics)


def settings_of(made: Made, folder: Path, press: Press) -> PdfSettings:
    """How the file of a booklet is written, which was made from *folder*."""
    if not press.encloses:
        return press.settings
    enclosed = enclosures(made.plan, folder, made.book, press.kept)
    return replace(press.settings, attachments=enclosed)


def make(folder: Path, press: Press) -> Checked[Made]:
    """The booklet of *folder* as far as it is the same for every file made of it."""
    press.tell("原稿を読んでいます")
    checked = check_content(folder, press.kept)
    if press.faults:
        return Checked(value=None, diagnostics=press.faults)
    plan = checked.value
    if plan is None or checked.has_errors:
        return Checked(value=None, diagnostics=checked.diagnostics)
    faults = press.take_faces(folder / FONTS, plan)
    if faults:
        return Checked(value=None, diagnostics=(*checked.diagnostics, *faults))
    press.tell("紙面を組んでいます")
    laid_out = lay_out(plan, folder, press)
    diagnostics = (*checked.diagnostics, *quote_lines(laid_out.diagnostics, folder))
    if laid_out.value is None or laid_out.has_errors:
        return Checked(value=None, diagnostics=diagnostics)
    return Checked(value=Made(plan=plan, book=laid_out.value), diagnostics=diagnostics)


def lay_out(plan: Plan, folder: Path, press: Press) -> Checked[Book]:
    """The book of *plan*, its photographs taken from *folder*."""
    said: list[Diagnostic] = []
    theme, composer = theme_of(plan, press), press.composer(plan.wording.dictionary)
    setter = press.kept.of("setter", (theme, composer), lambda: Setter(composer))
    means = Means(
        theme=theme,
        setter=setter,
        gallery=press.gallery,
        picture_for=_pictures(folder / PHOTOS, press, said),
        faces=press.faces,
        kept=press.kept,
        binding=plan.edition.binding,
        packs_with=lambda text: packs_with(folder / FONTS, text),
    )
    book, notes = paginate(compile_story(plan), means)
    return Checked(value=book, diagnostics=(*notes, *dict.fromkeys(said)))


def theme_of(plan: Plan, press: Press) -> Theme:
    """The look of *plan*, with the bleed that the press was set up for."""
    theme = own_theme(plan)
    if press.bleed is None or press.bleed == theme.master.bleed:
        return theme
    return replace(theme, master=replace(theme.master, bleed=press.bleed))


def _pictures(
    photos: Path, press: Press, said: list[Diagnostic]
) -> Callable[[PhotoBlock, Size], Image | None]:
    """Prints from the darkroom; what is to be said of the files goes into *said*."""

    def picture_for(photo: PhotoBlock, frame: Size) -> Image | None:
        if photo.path is None:
            return None
        press.tell(f"写真を用意しています（{photo.path}）")
        path = resolve_photo(photos, photo.path)
        if isinstance(path, PhotoProblem):
            said.append(path.at(photo.path_source))
            return None
        prepared = press.darkroom.prepared(path, frame, photo.focus)
        said.extend(problem.at(photo.path_source) for problem in prepared.problems)
        return prepared.image

    return picture_for
