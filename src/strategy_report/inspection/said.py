"""What is said of a file that is looked through: what is wrong, on which pages and where."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from strategy_report.core.diagnostic import Diagnostic, Severity
from strategy_report.core.value import Value
from strategy_report.inspection.mark import Mark

# So many stretches of pages are told one by one.
_MOST_STRETCHES = 10


class Fault(Value):
    """One thing that is wrong, with the whole file or on one page.

    Attributes:
        what: in Japanese, ending in 。
        page: label of the page it is on.
        place: where on the page the first of it is.
        count: how many of it there are.
    """

    code: str
    what: str
    fix: str
    page: str | None = None
    severity: Severity = Severity.ERROR
    place: str = ""
    count: int = 1


def fault(
    code: str, what: str, fix: str, page: str | None = None, severity: Severity = Severity.ERROR
) -> Fault:
    """What is wrong with a file, or with the page of that label."""
    return Fault(code=code, what=what, fix=fix, page=page, severity=severity)


def counted(index: int) -> str:
    """The label of the page with *index* to a press, which counts sheets and reads no labels."""
    return str(index + 1)


def place(mark: Mark) -> str:
    """Where *mark* is, from the corner of the trimmed page."""
    at = mark.rect
    return f"左から {at.x.mm:.0f}mm、上から {at.y.mm:.0f}mm の{mark.kind.value}"


def told(faults: Iterable[Fault]) -> tuple[Diagnostic, ...]:
    """Messages in the order of *faults*; what is wrong with many pages alike is told once."""
    alike: dict[tuple[str, str, str, Severity], list[Fault]] = {}
    for one in faults:
        alike.setdefault((one.code, one.what, one.fix, one.severity), []).append(one)
    return tuple(map(_message, alike.values()))


def _message(alike: Sequence[Fault]) -> Diagnostic:
    first = alike[0]
    pages = tuple(dict.fromkeys(one.page for one in alike if one.page is not None))
    return Diagnostic(
        code=first.code,
        severity=first.severity,
        where=None,
        what=f"{first.what.removesuffix('。')}{_where(alike, pages)}。",
        fix=first.fix,
        page=_stretches(pages) if pages else None,
    )


def _where(alike: Sequence[Fault], pages: Sequence[str]) -> str:
    first, count = alike[0], sum(one.count for one in alike)
    if not first.place:
        return f"（全部で{count}か所）" if count > max(len(pages), 1) else ""
    page = f"{first.page}ページの、" if len(pages) > 1 else ""
    more = f"、ほか{count - 1}か所" if count > 1 else ""
    return f"（{page}{first.place}{more}）"


def _stretches(pages: Sequence[str]) -> str:
    """「1～3、5」; pages whose labels are no numbers one by one."""
    found = [
        [label for _, label in stretch]
        for _, stretch in groupby(
            enumerate(pages), lambda at: int(at[1]) - at[0] if at[1].isdecimal() else at[1]
        )
    ]
    named = ["、".join(one) if len(one) < 3 else f"{one[0]}～{one[-1]}" for one in found]
    rest = sum(map(len, found[_MOST_STRETCHES:]))
    return "、".join(named[:_MOST_STRETCHES]) + (f"と、ほか{rest}" if rest else "")
