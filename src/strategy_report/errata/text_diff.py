"""Two texts, or two lists of texts, to what changed in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from types import MappingProxyType

from strategy_report.core.source import SourceSpan
from strategy_report.core.value import Value, replace
from strategy_report.errata.change import Change, ChangeKind
from strategy_report.errata.pairing import moved, pairs_of
from strategy_report.model.plan import Plan
from strategy_report.model.prose import Prose, Words
from strategy_report.story.block import plain
from strategy_report.story.references import words_of

# As much of a text as tells it from its neighbours.
_HEAD = 16


# Which pictures an edition shows: a digest by the photograph's id, and by COVER.
Pictures = Mapping[str, str]
COVER = "cover"


class Both(Value, kw_only=False):
    """The two plans, for resolving references in either, and the pictures of both."""

    old: Plan
    new: Plan
    old_pictures: Pictures = MappingProxyType({})
    new_pictures: Pictures = MappingProxyType({})


class TextPlace(Value, kw_only=False):
    """What a text belongs to."""

    item: str
    field: str
    where: str


def text_change(
    both: Both, place: TextPlace, before: Prose | None, after: Prose | None
) -> Iterator[Change]:
    """A change of one text, references in it not counted: they are changes of figures."""
    if unresolved(before) == unresolved(after):
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
    """Changes of a list of texts: like ones are paired, the rest were added, removed or moved."""
    pairs = pairs_of(before, after, unresolved)
    for one, other in pairs:
        yield from text_change(both, place, one, other)
    orders = moved(pairs, before)
    if orders is not None:
        yield order_change(
            TextPlace(place.item, "order", f"{place.where}の並び"),
            tuple(tuple((_head(text), text) for text in order) for order in orders),
        )


def order_change(place: TextPlace, orders: Sequence[Sequence[tuple[str, Prose]]]) -> Change:
    """That things stand in another order: each by what it is called and the words it shows.

    It shows where the fewest stand that must have gone elsewhere.
    """
    names = [[name for name, _ in order] for order in orders]
    blocks = SequenceMatcher(None, names[0], names[1], autojunk=False).get_matching_blocks()
    kept = {name for block in blocks for name in names[0][block.a : block.a + block.size]}
    sources = [
        frozenset().union(*(sources_of(prose) for name, prose in order if name not in kept))
        for order in orders
    ]
    return Change(
        kind=ChangeKind.ORDER,
        item=place.item,
        field=place.field,
        where=place.where,
        before="、".join(names[0]),
        after="、".join(names[1]),
        old_sources=sources[0],
        new_sources=sources[1],
    )


def plain_change(item: str, field: str, where: str, texts: tuple[str, str]) -> Change:
    """A change of what is written as one word; *texts* are before and after."""
    return Change(
        kind=ChangeKind.TEXT, item=item, field=field, where=where, before=texts[0], after=texts[1]
    )


def whole_change(place: TextPlace, words: str, source: SourceSpan | None, *, came: bool) -> Change:
    """That a whole thing came or went; *words* tell it."""
    at = span_set(source)
    return Change(
        kind=ChangeKind.ITEM,
        item=place.item,
        field=place.field,
        where=place.where,
        before="" if came else words,
        after=words if came else "",
        old_sources=frozenset() if came else at,
        new_sources=at if came else frozenset(),
    )


def placed(change: Change, old: SourceSpan | None, new: SourceSpan | None) -> Change:
    """*change*, with where it was written in either plan."""
    return replace(change, old_sources=span_set(old), new_sources=span_set(new))


def span_set(span: SourceSpan | None) -> frozenset[SourceSpan]:
    return frozenset() if span is None else frozenset((span,))


def sources_of(prose: Prose | None) -> frozenset[SourceSpan]:
    parts = () if prose is None else prose.parts
    return frozenset(part.source for part in parts if part.source is not None)


def unresolved(prose: Prose | None) -> str:
    """The text with its references by name, so that a figure's change is not one of the text."""
    if prose is None:
        return ""
    return "".join(
        part.text if isinstance(part, Words) else f"${{{part.indicator}.{part.part}}}"
        for part in prose.parts
    ).translate(_MARKS)


_MARKS = {0x200B: None, 0x2060: None}


def _head(prose: Prose) -> str:
    text = prose.plain()
    return f"「{text[:_HEAD]}{'…' if len(text) > _HEAD else ''}」"
