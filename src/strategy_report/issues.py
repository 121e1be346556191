"""An edition read back: from the folder of its content, or from its PDF alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import zip_longest
from pathlib import Path
from tempfile import TemporaryDirectory

from strategy_report.content.public_plan import content_files_of, with_photographs
from strategy_report.content.released import altered_files, dump_of, frozen_of
from strategy_report.core.diagnostic import Checked, Diagnostic, Severity, error
from strategy_report.core.value import Value
from strategy_report.display.book import Book
from strategy_report.display.dump import dump
from strategy_report.display.places import lines_by_page, places
from strategy_report.errata.comparison import Issue
from strategy_report.errata.release_rules import altered_release
from strategy_report.inspection.carried import Carried, Lack, carried
from strategy_report.pipeline import Press, make
from strategy_report.store.read_file import read_pdf
from strategy_report.store.write_folder import freeze_folder


class ReadIssue(Value):
    """An edition, and the folder of its content, which is there as long as it is being read."""

    issue: Issue
    folder: Path


@contextmanager
def read_issue(path: Path, press: Press) -> Iterator[Checked[ReadIssue]]:
    """An edition from the folder of its content, which may be a released one, or from its PDF.

    Its pages are laid out anew. Where they are not as they were printed, because another version
    of this program laid them out, a warning says so.
    """
    if path.is_dir() or path.suffix.lower() != ".pdf":
        frozen = frozen_of(path)
        altered = () if frozen is None else altered_files(frozen)
        if altered:
            said = altered_release(path, altered, Severity.ERROR)
            yield Checked(value=None, diagnostics=(said,))
            return
        yield _as_printed(_made(path, press), path, dump_of(path), _DUMP)
        return
    found = _carried(path)
    if not isinstance(found, Carried):
        yield Checked(value=None, diagnostics=(found,))
        return
    with TemporaryDirectory() as place:
        folder = freeze_folder(Path(place) / path.stem, _files(found))
        if folder.value is None:
            yield Checked(value=None, diagnostics=folder.diagnostics)
            return
        read = _made(folder.value, press)
        if read.value is None:
            yield Checked(value=None, diagnostics=(*read.diagnostics, _outdated(path)))
            return
        yield _as_printed(read, path, found.places, _PLACES)


def extract(path: Path, folder: Path) -> Checked[Path]:
    """*folder*, made anew, with the content that the PDF at *path* carries."""
    found = _carried(path)
    if not isinstance(found, Carried):
        return Checked(value=None, diagnostics=(found,))
    return freeze_folder(folder, _files(found))


def _made(folder: Path, press: Press) -> Checked[ReadIssue]:
    checked = make(folder, press)
    made = checked.value
    if made is None:
        return Checked(value=None, diagnostics=checked.diagnostics)
    read = ReadIssue(issue=Issue(plan=made.plan, book=made.book), folder=folder)
    return Checked(value=read, diagnostics=checked.diagnostics)


def _carried(path: Path) -> Carried | Diagnostic:
    """What the file at *path* carries, or why nothing can be had of it."""
    read = read_pdf(path)
    if read.value is None:
        return read.diagnostics[0]
    found = carried(read.value)
    if isinstance(found, Lack):
        return _LACKS[found](path)
    return found if content_files_of(found.plan) else _LACKS[Lack.NO_CONTENT](path)


_LACKS: Mapping[Lack, Callable[[Path], Diagnostic]] = {
    Lack.NO_CONTENT: lambda path: error(
        "EXT001",
        None,
        f"{path} には、このソフトで作った原稿が入っていません。",
        "strategy-report build で作った配布用の PDF を指定してください"
        "（--no-data を付けたものと、印刷用の PDF には入っていません）。",
    ),
    Lack.LOCKED: lambda path: error(
        "EXT002",
        None,
        f"{path} には、開くためのパスワードが掛かっています。",
        "パスワードを掛ける前の PDF を指定してください。",
    ),
    Lack.DAMAGED: lambda path: error(
        "EXT003",
        None,
        f"{path} は PDF でないか、途中で切れたり壊れたりしています。",
        "配布したときの PDF（released/ の中の控え、ウェブページのもの）を指定してください。",
    ),
}


def _files(found: Carried) -> dict[str, bytes]:
    """A content folder's files; photographs as they are in the PDF."""
    return with_photographs(content_files_of(found.plan), found.pictures)


class _Telling(Value, kw_only=False):
    """A way to tell where in a book its text stands.

    Attributes:
        tell: all of it.
        lines: of that, what the pages show, each with the label of its page.
    """

    tell: Callable[[Book], str]
    lines: Callable[[str], Iterable[tuple[str, str]]]


# Not where it was written.
_DUMPED = re.compile(r'^p(\S+) .*?("(?:[^"\\]|\\.)*")', re.MULTILINE)
_DUMP = _Telling(dump, _DUMPED.findall)
_PLACES = _Telling(places, lines_by_page)


def _as_printed(
    read: Checked[ReadIssue], path: Path, printed: str | None, telling: _Telling
) -> Checked[ReadIssue]:
    """*read*, with a warning where *printed* tells other places than its pages have now."""
    if read.value is None or printed is None:
        return read
    now = telling.tell(read.value.issue.book)
    pairs = zip_longest(telling.lines(printed), telling.lines(now), fillvalue=("", ""))
    moved = next((one[0] or other[0] for one, other in pairs if one != other), None)
    if moved is None:
        return read
    said = Diagnostic(
        code="EXT005",
        severity=Severity.WARNING,
        where=None,
        what=f"{path} は、このソフトの別の版で組まれたものです。今の版で組み直して比べるので、"
        f"{moved}ページから、ページや行が刷ったものと違うことがあります。",
        fix="正誤表のページと行を、刷ったものと見比べてください。",
    )
    return Checked(value=read.value, diagnostics=(*read.diagnostics, said))


def _outdated(path: Path) -> Diagnostic:
    return error(
        "EXT006",
        None,
        f"{path} に入っている原稿は、今の版のソフトではそのまま読めません"
        "（上の場所は、その原稿のものです）。",
        f"strategy-report extract {path} 取り出した原稿 で取り出し、上の場所を直してから、"
        "そのフォルダーと比べてください。",
    )
