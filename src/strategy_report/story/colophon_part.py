"""Which edition a copy is of: the colophon, the marks on cover and foot, the code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from hashlib import sha256

from strategy_report.core.source import SourceSpan
from strategy_report.core.value import Value, fields_of, replace
from strategy_report.model.edition import EditionMark, EditionStatus
from strategy_report.model.plan import Plan
from strategy_report.story.block import Run, Words
from strategy_report.story.phrases import Phrases
from strategy_report.story.references import words_of
from strategy_report.story.story import ColophonPart, Part


def colophon_part(plan: Plan, phrases: Phrases) -> ColophonPart:
    """奥付, its code still open; without the rows that are hidden or have nothing to say."""
    edition = plan.edition
    name = edition.edition_name
    values: tuple[tuple[str, Words], ...] = (
        ("colophon_edition", (Run(text=name, source=edition.source),) if name else ()),
        ("colophon_date", (Run(text=edition.date.long(), source=edition.source),)),
        ("colophon_status", (Run(text=edition.status.value, source=edition.source),)),
        ("colophon_issuer", words_of(edition.issuer, plan)),
        ("colophon_contact", words_of(edition.contact, plan)),
    )
    labelled = ((phrases.run(label), words) for label, words in values)
    return ColophonPart(
        title=phrases.words("colophon"),
        booklet=(
            *words_of(edition.ordinal, plan),
            *words_of(edition.plan_name, plan),
            Run(text="　"),
            *words_of(edition.report_name, plan),
        ),
        rows=tuple((label, words) for label, words in labelled if label is not None and words),
        code_label=phrases.run("colophon_code"),
    )


def edition_code(parts: Iterable[Part]) -> str:
    """Eight digits and letters that the printed words give: 3F2A-9C01.

    The same words give the same code, wherever and however they were written; any other word or
    figure gives another.
    """
    told: list[str] = []
    _tell(parts, told)
    digest = sha256("\n".join(told).encode()).hexdigest().upper()
    return f"{digest[:4]}-{digest[4:8]}"


def with_code(part: Part, code: str) -> Part:
    """The colophon with the code that the whole booklet gives; other parts as they are."""
    return replace(part, code=code) if isinstance(part, ColophonPart) else part


def status_word(plan: Plan) -> Run | None:
    """案, 取扱注意 or 訂正版; None for 確定."""
    edition = plan.edition
    if edition.status is EditionStatus.FINAL:
        return None
    return Run(text=edition.status.value, source=edition.source)


def marks_of(plan: Plan, marks: Iterable[EditionMark], code: str) -> str:
    """What is said of the edition, each behind a full-width space; empty for nothing."""
    status = status_word(plan)
    said = {
        EditionMark.NAME: plan.edition.edition_name,
        EditionMark.STATUS: "" if status is None else status.text,
        EditionMark.CODE: code,
    }
    return "".join(f"　{said[mark]}" for mark in marks if said[mark])


def _tell(values: Iterable[object], told: list[str]) -> None:
    """Add every word and number in *values* to *told*, in order."""
    for value in values:
        match value:
            case str():
                told.append(value)
            case tuple():
                _tell(value, told)
            case None | SourceSpan():
                continue
            case Value():
                _tell(_printed_fields(value), told)
            case Decimal() | int():
                told.append(str(value))


def _printed_fields(value: Value) -> Iterator[object]:
    names = type(value).fields_
    return (
        one for name, one in zip(names, fields_of(value), strict=True) if name not in _UNPRINTED
    )


# What things are called within the program and in the town's folders, and on no page.
_UNPRINTED = frozenset(("key", "path"))
