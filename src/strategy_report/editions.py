"""Editions on one screen: an issue read back, two issues compared, one released."""

from __future__ import annotations

from pathlib import Path

from strategy_report.content.folder_files import RELEASED
from strategy_report.content.load import load_plan, quote_lines
from strategy_report.content.released import (
    DUMP,
    INSIDE,
    LEDGER,
    RECORD,
    Frozen,
    Output,
    Release,
    ReleasedChange,
    altered_files,
    contents_of,
    digest,
    frozen_files,
    ledger_of,
    ledger_text,
    photo_digests,
    record_text,
    records_of,
    releases_of,
)
from strategy_report.core.diagnostic import Checked, Diagnostic, Severity
from strategy_report.core.value import Value, replace
from strategy_report.display.book import Book
from strategy_report.display.dump import dump
from strategy_report.errata.change import Change
from strategy_report.errata.comparison import Comparison, Issue, compare
from strategy_report.errata.corrections import corrections
from strategy_report.errata.errata_page import errata_html
from strategy_report.errata.plan_diff import plan_changes
from strategy_report.errata.proof import Proofreader
from strategy_report.errata.release_rules import (
    NEEDLESS_RECORD,
    altered_release,
    unreadable_release,
    unrecorded,
    unreleasable,
)
from strategy_report.errata.replacement import (
    Sides,
    moved_passages,
    replacement_pages,
    told_as_moved,
)
from strategy_report.errata.sheet import errata_book
from strategy_report.errata.side_by_side import side_by_side
from strategy_report.errata.text_diff import Both
from strategy_report.errata.tightening import tighter_looks
from strategy_report.model.plan import Plan
from strategy_report.pages.own_look import own_theme
from strategy_report.pdf.document import write_pdf
from strategy_report.pipeline import Built, Made, Press, build, lay_out
from strategy_report.store.file_name import safe_file_name
from strategy_report.store.lock import lock_of, take_lock
from strategy_report.store.write_file import replace_file
from strategy_report.store.write_folder import freeze_folder
from strategy_report.story.compile import compile_story


class ComparisonFiles:
    """Everything that can be printed of a comparison, as the bytes of a file; None for nothing.

    Args:
        comparison: of two editions.
        folder: the content of the new one, for laying it out tighter.
        press: that laid both out.
    """

    def __init__(self, comparison: Comparison, folder: Path, press: Press) -> None:
        plan = comparison.new.plan
        self._comparison = comparison
        self._folder = folder
        self._press = press
        self._theme = own_theme(plan)
        self._composer = press.composer(plan.wording.dictionary)

    def errata(self) -> bytes | None:
        """The 正誤表 as PDF."""
        if not corrections(self._comparison):
            return None
        return self._pdf(errata_book(self._comparison, self._theme, self._composer))

    def errata_page(self) -> bytes | None:
        """The 正誤表 as a web page."""
        return errata_html(self._comparison).encode() if corrections(self._comparison) else None

    def replacement(self, sides: Sides) -> tuple[bytes | None, tuple[Diagnostic, ...]]:
        """差替えページ as PDF, with page breaks as in the old edition where that can be."""
        comparison, said = self._on_the_old_pages()
        book = replacement_pages(comparison, sides, self._theme, self._composer)
        return self._pdf(book), said

    def side_by_side(self) -> bytes | None:
        """新旧対照 as PDF."""
        faces = self._press.faces
        return self._pdf(side_by_side(self._comparison, self._theme, self._composer, faces))

    def _on_the_old_pages(self) -> tuple[Comparison, tuple[Diagnostic, ...]]:
        """The comparison, laid out as tight as keeps all text on its page; what was done."""
        moved = moved_passages(self._comparison)
        if not moved:
            return self._comparison, ()
        old, plan = self._comparison.old, self._comparison.new.plan
        for tighter in tighter_looks(plan.look):
            book = lay_out(replace(plan, look=tighter.look), self._folder, self._press).value
            if book is None or len(book.pages) != len(old.book.pages):
                continue
            comparison = compare(old, Issue(plan=plan, book=book))
            if not moved_passages(comparison):
                return comparison, (told_as_moved(moved, tighter),)
        return self._comparison, (told_as_moved(moved, None),)

    def _pdf(self, book: Book) -> bytes | None:
        if not book.pages:
            return None
        return write_pdf(book, self._press.faces, self._press.settings)


class ProofMarks(Value):
    """What a proof carries besides its changes: the word behind the text, and line numbers."""

    word: str
    line_numbers: bool


def proof_of(made: Made, against: Issue | None, press: Press, marks: ProofMarks) -> bytes:
    """The booklet for the approval round; *against* is the edition its changes are marked from."""
    plan = made.plan
    theme = own_theme(plan)
    reader = Proofreader(theme, press.composer(plan.wording.dictionary), press.faces)
    book = made.book if against is None else reader.with_changes(made.book, against.book)
    if marks.line_numbers:
        book = reader.with_line_numbers(book)
    return write_pdf(reader.with_mark(book, marks.word), press.faces, press.settings)


def last_release(content: Path) -> Path | None:
    """The folder of the edition that was released last."""
    earlier = releases_of(content)
    return earlier[-1].folder if earlier else None


def unrecorded_changes(content: Path, plan: Plan) -> tuple[Diagnostic, ...]:
    """Warnings of what differs from the last release and is not recorded.

    Where the last release is this edition, its records speak of the one before: none is needless.
    """
    earlier = releases_of(content)
    spoiled = _spoiled(content, earlier, Severity.WARNING)
    if spoiled:
        return spoiled
    said = unrecorded(_changes_since(content, earlier, plan), plan, Severity.WARNING)
    if earlier and earlier[-1].release.edition == plan.edition.edition_name:
        return tuple(one for one in said if one.code != NEEDLESS_RECORD)
    return said


def release(content: Path, output: Path, press: Press) -> Checked[Release]:
    """Freeze the edition in *content*, enter it in the ledger, and write its file to *output*.

    Nothing is released where an error stands. A released edition is never written to again: the
    folder it is frozen in appears whole, and the ledger is made from what the folders say, so
    that an interruption at any moment leaves the release done or not begun. What an interruption
    kept out of the ledger is entered at the next attempt.
    """
    checked = build(content, press)
    built = checked.value
    if built is None:
        return Checked(value=None, diagnostics=checked.diagnostics)
    earlier = releases_of(content)
    changes = _changes_since(content, earlier, built.plan)
    spoiled = _spoiled(content, earlier, Severity.ERROR)
    forbidding = (
        *unreleasable(built.plan, [frozen.release.edition for frozen in earlier]),
        *(spoiled or unrecorded(changes, built.plan, Severity.ERROR)),
    )
    said = (
        *checked.diagnostics,
        *(() if spoiled else _ledger_brought_up(content, earlier)),
        *quote_lines(forbidding, content),
    )
    if any(d.severity is Severity.ERROR for d in said):
        return Checked(value=None, diagnostics=said)
    kept = _keep(content, output, built, changes)
    return Checked(value=kept.value, diagnostics=(*said, *kept.diagnostics))


def _spoiled(
    content: Path, earlier: tuple[Frozen, ...], severity: Severity
) -> tuple[Diagnostic, ...]:
    """Earlier releases against which nothing can be reckoned: changes would go unrecorded."""
    lost = {path.parent.parent for path in records_of(content)} - {one.folder for one in earlier}
    if earlier and load_plan(earlier[-1].folder).value is None:
        lost.add(earlier[-1].folder)
    unreadable = tuple(unreadable_release(folder, severity) for folder in sorted(lost))
    altered = altered_files(earlier[-1]) if earlier and not unreadable else ()
    if not altered:
        return unreadable
    return (altered_release(earlier[-1].folder, altered, severity),)


def _ledger_brought_up(content: Path, earlier: tuple[Frozen, ...]) -> tuple[Diagnostic, ...]:
    """Make the ledger say what the frozen folders say, where it does not; what went wrong."""
    told = ledger_text(frozen.release for frozen in earlier).encode()
    if not earlier or ledger_of(content) == told:
        return ()
    return replace_file(content / RELEASED / LEDGER, told).diagnostics


def _changes_since(content: Path, earlier: tuple[Frozen, ...], plan: Plan) -> tuple[Change, ...]:
    last = earlier[-1].folder if earlier else None
    before = None if last is None else load_plan(last).value
    if last is None or before is None:
        return ()
    pictures = photo_digests(last, before), photo_digests(content, plan)
    return plan_changes(Both(before, plan, *pictures))


def _entry(built: Built, changes: tuple[Change, ...], number: int) -> Release:
    edition = built.plan.edition
    return Release(
        number=number,
        edition=edition.edition_name,
        id=edition.id,
        date=edition.date.long(),
        status=edition.status.value,
        code=compile_story(built.plan).code,
        outputs=(Output(file=f"{edition.id}.pdf", sha256=digest(built.pdf)),),
        changes=tuple(_told(change, built.plan) for change in changes),
    )


def _told(change: Change, plan: Plan) -> ReleasedChange:
    record = next((r for r in plan.edition.changes if r.item == change.item), None)
    return ReleasedChange(
        what=f"{change.where}: {change.before or 'なし'} → {change.after or 'なし'}",
        kind="" if record is None else record.kind.value,
        reason="" if record is None else record.reason.plain(),
        approved_by="" if record is None else record.approved_by,
    )


def _keep(
    content: Path, output: Path, built: Built, changes: tuple[Change, ...]
) -> Checked[Release]:
    """Write everything, one release at a time; what was released, or what went wrong.

    The file to be handed out first: where Acrobat holds the old one, nothing is released.
    """
    released = content / RELEASED
    lock = take_lock(lock_of(released / LEDGER))
    if lock.value is None:
        return Checked(value=None, diagnostics=lock.diagnostics)
    with lock.value:
        numbers = (frozen.release.number for frozen in releases_of(content))
        entry = _entry(built, changes, max(numbers, default=0) + 1)
        handed_out = replace_file(output / entry.outputs[0].file, built.pdf)
        if handed_out.value is None:
            return Checked(value=None, diagnostics=handed_out.diagnostics)
        folder = released / safe_file_name(entry.edition)
        frozen = freeze_folder(folder, _frozen(content, built, entry))
        if frozen.value is None:
            return Checked(value=None, diagnostics=frozen.diagnostics)
        ledger = ledger_text(one.release for one in releases_of(content)).encode()
        written = replace_file(released / LEDGER, ledger)
    return Checked(value=None if written.has_errors else entry, diagnostics=written.diagnostics)


def _frozen(content: Path, built: Built, entry: Release) -> dict[str, bytes]:
    """All files of a released edition, by their path in its folder."""
    photos = [p.file for goal in built.plan.goals for p in goal.photos if p.file is not None]
    if built.plan.look is not None and built.plan.look.picture is not None:
        photos.append(built.plan.look.picture)
    files = frozen_files(content, photos)
    record = replace(entry, contents=contents_of(files))
    return files | {
        RECORD: record_text(record).encode(),
        DUMP: dump(built.book).encode(),
        f"{INSIDE}/{entry.outputs[0].file}": built.pdf,
    }
