"""The whole path on one screen: content -> Plan -> Story -> Book -> bytes."""

from __future__ import annotations

from pathlib import Path

from strategy_report.checks.all_rules import check_plan
from strategy_report.compose.composer import Composer
from strategy_report.content.load import load_plan
from strategy_report.core.diagnostic import Checked, Diagnostic
from strategy_report.core.value import Value
from strategy_report.display.book import Book
from strategy_report.fonts.catalog import Catalog, open_catalog
from strategy_report.model.plan import Plan
from strategy_report.pages.paginate import paginate
from strategy_report.pages.setting import Setter
from strategy_report.pdf.document import write_pdf
from strategy_report.story.compile import compile_story
from strategy_report.style.themes import THEMES


class Built(Value):
    """A booklet and its file.

    Attributes:
        pdf: the file's bytes.
    """

    plan: Plan
    book: Book
    pdf: bytes


class Press:
    """What outlives one build: opened faces, composed paragraphs, drawn charts.

    A second build with the same press gives the same bytes as with a new one, sooner.
    """

    def __init__(self) -> None:
        self.faces: Catalog = open_catalog()
        self._composer: Composer | None = None
        self._dictionary: tuple[str, ...] = ()

    def composer(self, dictionary: tuple[str, ...]) -> Composer:
        if self._composer is None or dictionary != self._dictionary:
            self._composer = Composer(self.faces, dictionary)
            self._dictionary = dictionary
        return self._composer


def check_content(folder: Path) -> Checked[Plan]:
    """The plan in *folder*, and all that is to be said of it."""
    loaded = load_plan(folder)
    if loaded.value is None:
        return loaded
    said = check_plan(loaded.value, _confirmations(folder))
    return Checked(value=loaded.value, diagnostics=loaded.diagnostics + said)


def build(folder: Path, press: Press) -> Checked[Built]:
    """The booklet of *folder*; no value where an error forbids one."""
    checked = check_content(folder)
    plan = checked.value
    if plan is None or checked.has_errors:
        return Checked(value=None, diagnostics=checked.diagnostics)
    story = compile_story(plan)
    setter = Setter(press.composer(plan.wording.dictionary))
    book, said = paginate(story, THEMES[plan.edition.theme], setter)
    diagnostics: tuple[Diagnostic, ...] = (*checked.diagnostics, *setter.diagnostics, *said)
    laid_out = Checked(value=book, diagnostics=diagnostics)
    if laid_out.has_errors:
        return Checked(value=None, diagnostics=diagnostics)
    built = Built(plan=plan, book=book, pdf=write_pdf(book, press.faces))
    return Checked(value=built, diagnostics=diagnostics)


def _confirmations(folder: Path) -> str | None:
    """The list of what is to be asked of the city, which stands beside the content."""
    path = folder.resolve().parent / "docs" / "確認事項.md"
    return path.read_text(encoding="utf-8") if path.is_file() else None
