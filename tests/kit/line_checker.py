"""Judges set lines by JLREQ's rules and the house's, told from the filter's replies alone.

Written from the standard and never from the composer: classes, spaces, steps and tokens are put
down here a second time, as rules where the program has tables, so that a slip in either shows.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import Any

_MEMBERS = {
    1: "‘“（〔［｛〈《「『【｟⦅〘〖«〝｢",
    2: "’”）〕］｝〉》」』】｠⦆〙〗»〟｣",
    3: "‐〜゠–～",
    4: "！？‼⁇⁈⁉",
    5: "・：；･",
    6: "。．｡",
    7: "、，､",
    8: "—…‥〳〴〵―",
    9: "ヽヾゝゞ々〻",
    10: "ーｰ",
    11: "ぁぃぅぇぉァィゥェォっゃゅょゎゕゖッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿｧｨｩｪｫｬｭｮｯ",
    12: "￥＄￡＃€№$£¥#",
    13: "°′″℃￠％‰㏋ℓ㌃㌍㌔㌘㌢㌣㌦㌧㌫㌶㌻㍉㍊㍍㍑㍗㎎㎏㎜㎝㎞㎡㏄㎥㏊㎢%¢",
    14: "\u3000",
    26: " \u00a0",
}
_CLASS = {char: number for number, chars in _MEMBERS.items() for char in chars}
_JAPANESE = frozenset({9, 10, 11, 15, 16, 19})
_WESTERN = frozenset({24, 27})
_HALVES = frozenset({1, 2, 5, 6, 7})


def class_of(char: str, advance: float = 1.0) -> int:
    """The JLREQ class of a character; *advance* (em) decides what is listed in two."""
    base = char[0]
    if base in _CLASS:
        return _CLASS[base]
    if base in "0123456789":
        return 24
    if "ぁ" <= base <= "ゟ":
        return 15
    if "゠" <= base <= "ヿ" or "ｦ" <= base <= "ﾟ":
        return 16
    if base < "Ͱ" or "Ḁ" <= base <= "ỿ" or base == "−":
        return 19 if round(advance, 2) == 1 and not base.isascii() else 27
    return 19


def _class_of_entry(entry: list[Any]) -> int:
    return class_of(entry[0], entry[2] - entry[1])


def natural(before: int, after: int) -> float:
    """Table 1 in em: the space between two classes."""
    tail = {2: 0.5, 5: 0.25, 6: 0.5, 7: 0.5}.get(before, 0.0)
    head = {1: 0.5, 5: 0.25}.get(after, 0.0)
    if before in (2, 6, 7) and after in (2, 6, 7):
        return 0.0
    if before == 2 and after in (5, 14):
        return head
    if after == 1 and (tail or before in (1, 14)):
        return tail
    if is_mixed(before, after):
        return 0.25
    return tail + head


def is_mixed(before: int, after: int) -> bool:
    """Whether 和欧間 stands between them."""
    return (before in _JAPANESE | {4} and after in _WESTERN) or (
        before in _WESTERN and after in _JAPANESE
    )


def reduction(before: int, after: int) -> dict[int, float]:
    """Table 3: by step, how much of the space may be taken away."""
    if is_mixed(before, after):
        return {6: 0.125}
    space = natural(before, after)
    if not space:
        return {}
    if after == 5:
        quarter_behind = 0.25 if before == 5 else 0.0
        half_behind = {5: 0.5} if before == 7 else {}
        return {4: 0.25 + quarter_behind, **half_behind}
    if before == 5:
        return {4: space}
    return {} if before == 6 else {5: space}


def expansion(before: int, after: int) -> tuple[int, float]:
    """Table 6: step and how much may be added; step 0: none (4, never used, counts as none)."""
    if is_mixed(before, after):
        return 2, 0.25
    fixed_before = before in (1, 2, 3, 4, 5, 6, 7, 14, 26)
    fixed_after = after in (1, 2, 3, 4, 5, 6, 7, 14, 26)
    if fixed_before or fixed_after:
        return 0, 0.0
    if before == 24 and after in (13, 24, 27):
        return 0, 0.0
    if before == 27 and after in (24, 27):
        return 0, 0.0
    if before == 8 and after == 24:
        return 0, 0.0
    if (before == 12 and after == 24) or (before in (9, 10, 11) and after == 8):
        return 0, 0.0
    return 3, 0.25


# --- tokens that no line may cut (rows 8 to 14) ---------------------------------------------
_N = r"[0-9０-９]+(?:[,，.．][0-9０-９]+)*"
_TOKENS = [
    re.compile(pattern)
    for pattern in (
        rf"{_N}",
        r"[0-9]+(?:[-/:・][0-9]+)+",
        rf"{_N}[％%‰℃°㎜㎝㎞㎡㎥㎏ℓ㏊]",
        rf"{_N}[兆億万千]?(?:件|人|円|年|月|日|時|分|秒|歳|台|校|世帯|施設|団体|冊|回|本|枚|戸|倍|割|位|期|次|号|条|章|か所|カ所|箇所|か年|か月|か国|ポイント|年度|年間|万人|億円|万円|千円)",
        rf"{_N}兆(?:{_N}億)?(?:{_N}万)?[円人]",
        rf"{_N}億(?:{_N}万)?[円人]",
        rf"{_N}万(?:{_N}千)?[円人]",
        r"(?:令和|平成|昭和|大正|明治)(?:元|[0-9]+)年度?(?:[0-9]+月(?:[0-9]+日)?)?",
        r"[0-9]+年[0-9]+月(?:[0-9]+日)?",
        r"[0-9]+月[0-9]+日",
        r"[0-9]+時[0-9]+分",
        r"[RHS][0-9]+(?:\.[0-9]+)+",
        r"[RHS][0-9]+(?:[～〜][RHS]?[0-9]+)?",
        r"[0-9]+[～〜][0-9]+(?:歳|年度|人|件|％)?",
        r"第[0-9]+[次期条章回号位]",
        r"※[0-9]+",
        r"(?:表|図)[0-9]+",
        r"[△▲＋±−][0-9]+(?:[.,][0-9]+)*",
        rf"約{_N}",
        r"https?://[!-~]+",
        r"[A-Za-z]+(?:[-'’][A-Za-z0-9]+)*",
    )
]


def tokens_of(text: str) -> list[tuple[int, int]]:
    """Stretches of *text* that belong together."""
    found = {(m.start(), m.end()) for token in _TOKENS for m in token.finditer(text)}
    return sorted(span for span in found if span[1] - span[0] > 1)


# --- line heads and ends ----------------------------------------------------------------------
_NEVER_HEAD = {
    "very_strict": {2, 3, 4, 5, 6, 7, 9, 10, 11, 13},
    "strict": {2, 3, 4, 5, 6, 7, 13},
    "loose": {2, 4, 6, 7},
    "very_loose": {2, 6, 7},
}
_LOOSE_HEADS = "・･％%"


def head_is_forbidden(char: str, level: str) -> bool:
    kind = class_of(char)
    if char[0] in ",.)]}":
        return True
    if level == "loose" and kind in (5, 13):
        return char[0] not in _LOOSE_HEADS
    return kind in _NEVER_HEAD[level]


def end_is_forbidden(char: str, level: str) -> bool:
    kind = class_of(char)
    return kind == 1 or char[0] in "([{" or (kind == 12 and level != "very_loose")


class Judge:
    """Every fault of one reply, as a sentence each.

    Args:
        request: what was asked.
        reply: `lines`, `pos` and `diagnostics`.
    """

    def __init__(self, request: dict[str, Any], reply: dict[str, Any]) -> None:
        self.text: str = request["text"]
        self.width: float = request["width_em"]
        self.kind: str = request.get("kind", "body")
        self.level: str = request.get("level", "very_strict")
        self.hang: str = request.get("hang", "none")
        self.mode: str = request.get("mode", "push_in")
        self.lines: list[str] = reply["lines"]
        self.pos: list[list[list[Any]]] = reply["pos"]
        self.told = {(entry["code"], entry["line"]) for entry in reply["diagnostics"]}
        self.codes = {code for code, _ in self.told}

    def faults(self) -> Iterator[str]:
        if "".join(self.lines) != self.text:
            yield "joined lines are not the text"
            return
        if len(self.lines) != len(self.pos):
            yield "lines and pos differ in number"
            return
        yield from self._edges()
        yield from self._cut_tokens()
        for number, line in enumerate(self.pos):
            yield from self._line(number, line)
        yield from self._last_line()

    def _edges(self) -> Iterator[str]:
        for number, (line, following) in enumerate(itertools.pairwise(self.pos)):
            if ("CMP002", number) in self.told or ("CMP001", number) in self.told:
                continue
            if not line or not following:
                yield f"line {number} shows nothing"
                continue
            head, end = following[0][0], line[-1][0]
            if head_is_forbidden(head, self.level):
                yield f"line {number + 1} begins with {head}"
            if end_is_forbidden(end, self.level):
                yield f"line {number} ends with {end}"
            if head[0] == end[-1] and head[0] in "―…‥" and "loose" not in self.level:
                yield f"line {number} cuts {head}{head}"
            if re.match(r"※[0-9]", self.lines[number + 1]) and line[-1][0] not in " \u3000":
                yield f"line {number + 1} begins with a reference"

    def _cut_tokens(self) -> Iterator[str]:
        ends = list(itertools.accumulate(map(len, self.lines)))[:-1]
        for number, end in enumerate(ends):
            for start, stop in tokens_of(self.text):
                if start < end < stop and ("CMP001", number) not in self.told:
                    yield f"line {number} cuts {self.text[start:stop]}"

    def _line(self, number: int, line: list[list[Any]]) -> Iterator[str]:
        if not line:
            return
        pairs = list(self._gaps(line))
        changes = [gap - space for _, _, gap, space in pairs]
        is_last = number == len(self.lines) - 1
        end = line[-1][2]
        changed = any(abs(change) > 0.004 for change in changes)
        ragged = ("CMP003", number) in self.told or ("CMP005", number) in self.told
        if self.kind != "body" and changed:
            yield f"line {number} of a {self.kind} is not natural: {self._shown(pairs)}"
        if end > self.width + (0.5 if self.hang != "none" else 0) + 0.05 and not ragged:
            yield f"line {number} sticks out: {end} in {self.width}"
        if self.kind != "body" or (ragged and not changed):
            return
        if not is_last and not self._flush(line, end):
            yield f"line {number} ends at {end} in {self.width}"
        if is_last and changed and abs(end - self.width) > 0.05 and not self._flush(line, end):
            yield f"the last line is adjusted, and ends at {end} in {self.width}"
        yield from self._steps(number, line, pairs)

    def _gaps(self, line: list[list[Any]]) -> Iterator[tuple[Any, Any, float, float]]:
        """Each pair of bodies, the gap between them and its natural width."""
        for i, (one, two) in enumerate(itertools.pairwise(line)):
            before = _class_of_entry(one)
            after = _class_of_entry(two)
            gap = two[1] - one[2]
            space = natural(before, after)
            if before == 26:
                # The space's own width is judged with the gap behind it.
                left = _class_of_entry(line[i - 1]) if i else 0
                gap += one[2] - one[1]
                space += self._space_width(left, after)
            elif after == 26 and before == 4 and self.kind == "body":
                space = 0.0
            elif before == 4 and self.kind == "body" and after not in (2, 4, 5, 6, 7, 14, 26):
                space = 1.0
            yield one, two, gap, space

    def _space_width(self, left: int, right: int) -> float:
        if left == 4 and self.kind == "body":
            return 1.0 - natural(26, right)
        return 0.25 if left and is_mixed(left, right) else 1 / 3

    def _flush(self, line: list[list[Any]], end: float) -> bool:
        kind = class_of(line[-1][0])
        states = [0.0]
        states += [0.5] if kind in (2, 6, 7) else [0.25] if kind == 5 else []
        if self.hang != "none" and kind in (6, 7):
            states = [-0.5] if self.hang == "force" else [*states, -0.5]
        return any(abs(end + kept - self.width) <= 0.05 for kept in states)

    def _steps(self, number: int, line: list[list[Any]], pairs: list[Any]) -> Iterator[str]:
        changes = [gap - space for _, _, gap, space in pairs]
        up, down = max(changes, default=0.0) > 0.004, min(changes, default=0.0) < -0.004
        if up and down:
            yield f"line {number} is reduced and expanded: {self._shown(pairs)}"
        elif up:
            yield from self._used(number, pairs, self._expansions(line, pairs), 1)
        elif down:
            if self.mode == "push_out_only":
                yield f"line {number} is reduced: {self._shown(pairs)}"
            yield from self._used(number, pairs, self._reductions(line, pairs), -1)
            kept = abs(line[-1][2] + 0.5 - self.width) <= 0.05
            ends_in_mark = class_of(line[-1][0]) in (2, 6, 7)
            if kept and ends_in_mark and number < len(self.lines) - 1:
                inside = [c for (one, *_), c in zip(pairs, changes, strict=True) if one[0] != " "]
                if min(inside, default=0.0) < -0.004:
                    yield f"line {number} keeps its half em, and is reduced: {self._shown(pairs)}"

    def _used(
        self, number: int, pairs: list[Any], able: list[dict[int, float]], sign: int
    ) -> Iterator[str]:
        """A later step only behind an exhausted one; equal shares within a step; limits."""
        changes = [sign * (gap - space) for _, _, gap, space in pairs]
        if any(c > sum(a.values()) + 0.006 for c, a in zip(changes, able, strict=True)):
            yield f"line {number} goes beyond a limit: {self._shown(pairs)}"
            return
        shares: dict[int, list[float]] = {}
        for change, amounts in zip(changes, able, strict=True):
            rest = change
            for step in sorted(amounts):
                part = min(rest, amounts[step])
                rest -= part
                shares.setdefault(step, []).append(part / amounts[step] if amounts[step] else 0)
        steps = sorted(shares)
        for step in steps:
            low, high = min(shares[step]), max(shares[step])
            if high - low > 0.16:
                yield f"line {number} uses step {step} unevenly: {self._shown(pairs)}"
        for earlier, later in itertools.combinations(steps, 2):
            if max(shares[later]) > 0.04 and min(shares[earlier]) < 0.95:
                yield f"line {number} uses step {later} before {earlier} is used up: " + (
                    self._shown(pairs)
                )

    def _reductions(self, line: list[list[Any]], pairs: list[Any]) -> list[dict[int, float]]:
        found = []
        for i, (one, two, _, space) in enumerate(pairs):
            before, after = _class_of_entry(one), _class_of_entry(two)
            if before == 26:
                left = _class_of_entry(line[i - 1]) if i else 0
                amounts = {1: 1 / 3 - 0.25}
                if left and is_mixed(left, after):
                    amounts = {6: 0.125}
                amounts |= reduction(26, after)
                if after == 5 and i == len(pairs) - 1:
                    amounts[3] = amounts.pop(4)
                found.append({} if left == 4 else amounts)
            elif before == 4 and (space in (0.0, 1.0)):
                found.append({})
            else:
                amounts = reduction(before, after)
                if after == 5 and i == len(pairs) - 1:
                    # Of two middle dots the second ends the line, the first is within it.
                    quarters = amounts.pop(4)
                    rest = {4: quarters - 0.25} if quarters > 0.25 else {}
                    amounts = {3: 0.25, **rest, **amounts}
                found.append(amounts)
        return found

    def _expansions(self, line: list[list[Any]], pairs: list[Any]) -> list[dict[int, float]]:
        found: list[dict[int, float]] = []
        for i, (one, two, _, _space) in enumerate(pairs):
            before, after = _class_of_entry(one), _class_of_entry(two)
            if before == 26:
                left = _class_of_entry(line[i - 1]) if i else 0
                if left == 4:
                    found.append({})
                else:
                    mixed = left and is_mixed(left, after)
                    found.append({2: 0.25} if mixed else {1: 0.5 - 1 / 3})
                continue
            step, amount = expansion(before, after)
            same = before == after == 8 and one[0] == two[0]
            sentence = before == 4 and self.kind == "body"
            found.append({} if not step or same or sentence else {step: amount})
        return found

    def _last_line(self) -> Iterator[str]:
        if len(self.lines) < 2 or self.width < 6:
            return
        counted = [c for c, *_ in self.pos[-1] if class_of(c) not in (*range(1, 9), 14, 26)]
        least = 1 if self.kind != "body" else 3 if self.width >= 15 else 2
        told = "CMP004" in self.codes and (self.width < 15 or len(counted) >= 2)
        if len(counted) < max(2, least) and not told:
            yield f"the last line is {self.lines[-1]}"

    def _shown(self, pairs: list[Any]) -> str:
        return " ".join(
            f"{one[0]}{gap:+.2f}({space:.2f}){two[0]}" for one, two, gap, space in pairs
        )
