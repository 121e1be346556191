"""Two texts, or two lists of texts, to what changed in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

from strategy_report.core.source import SourceSpan
from strategy_report.core.value import Value
from strategy_report.errata.change import Change, ChangeKind
from strategy_report.model.plan import Plan
from strategy_report.model.prose import Prose, Words
from strategy_report.story.block import plain
from strategy_report.story.references import words_of

T = TypeVar("T")
# Two texts with less in common are two texts, not one that was changed.
_LEAST_ALIKE = 0.4


class Both(Value, kw_only=False):
    """The two plans, for resolving references in either."""

    old: Plan
    new: Plan


class TextPlace(Value, kw_only=False):
    """What a text belongs to."""

    item: str
    field: str
    where: str


def text_change(
    both: Both, place: TextPlace, before: Prose | None, after: Prose | None
) -> Iterator[Change]:
    """A change of one text, references in it not counted: they are changes of figures."""
    old_text, new_text = _unresolved(before), _unresolved(after)
    if old_text == new_text:
        return
    yield Change(
        kind=ChangeKind.TEXT,
        item=place.item,
        field=place.field,
        where=place.where,
        before=plain(words_of(before, both.old)),
        after=plain(words_of(after, both.new)),
        old_sources=sources_of(before),
        new_sources=sources_of(after),
    )


def text_list_changes(
    both: Both, place: TextPlace, before: Sequence[Prose], after: Sequence[Prose]
) -> Iterator[Change]:
    """Changes of a list of texts: like ones are paired, the rest were added or removed."""
    for one, other in pairs_of(before, after, _unresolved):
        yield from text_change(both, place, one, other)


def pairs_of(
    old: Sequence[T], new: Sequence[T], words: Callable[[T], str]
) -> Iterator[tuple[T | None, T | None]]:
    """The two lists side by side; None where one has nothing like the other's."""
    matcher = SequenceMatcher(
        None, [words(one) for one in old], [words(one) for one in new], autojunk=False
    )
    for _, first, last, from_, to in matcher.get_opcodes():
        yield from _paired(old[first:last], new[from_:to], words)


def _paired(
    old: Sequence[T], new: Sequence[T], words: Callable[[T], str]
) -> Iterator[tuple[T | None, T | None]]:
    rest = list(old)
    for one in new:
        like = [(_alike(words(other), words(one)), -i) for i, other in enumerate(rest)]
        best, place = max(like, default=(0.0, 0))
        yield (rest.pop(-place) if best >= _LEAST_ALIKE else None), one
    for one in rest:
        yield one, None


def _alike(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def sources_of(prose: Prose | None) -> frozenset[SourceSpan]:
    parts = () if prose is None else prose.parts
    return frozenset(part.source for part in parts if part.source is not None)


def _unresolved(prose: Prose | None) -> str:
    """The text with its references by name, so that a figure's change is not one of the text."""
    if prose is None:
        return ""
    return "".join(
        part.text if isinstance(part, Words) else f"${{{part.indicator}.{part.part}}}"
        for part in prose.parts
    ).translate(_MARKS)


_MARKS = {0x200B: None, 0x2060: None}


def plain_change(item: str, field: str, where: str, texts: tuple[str, str]) -> Change:
    """A change of what is written as one word; *texts* are before and after."""
    return Change(
        kind=ChangeKind.TEXT, item=item, field=field, where=where, before=texts[0], after=texts[1]
    )
