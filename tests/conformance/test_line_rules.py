"""Every sentence we have, at many line lengths, levels, kinds and ways of adjusting.

Zero forbidden heads and ends, zero cut figures, zero last lines of one character, zero gaps that
no step of JLREQ gives; what had to give way is told.
"""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from kit.line_checker import Judge, class_of, reduction
from kit.sentences import booklet_sentences, hard_sentences, municipal_sentences

from strategy_report.compose.filter import Filter

FILTER = Filter()
SENTENCES = (*booklet_sentences(), *municipal_sentences(), *hard_sentences())
WIDTHS = (6, 7.5, 9, 10, 12, 13.5, 15, 16, 17.25, 18, 20, 22.8, 25, 30, 37.5, 45, 60)
# What may be told from 15 em on: what cannot be helped in rows of figures, addresses, and digits
# without end.
AT_15_EM = {"CMP001", "CMP003", "CMP004", "CMP005", "CMP007", "FNT001"}


def answered(text: str, width: float, **more: str) -> tuple[list[str], set[str]]:
    request: dict[str, Any] = {"text": text, "width_em": width, **more}
    reply = FILTER.answer(request)
    return list(Judge(request, reply).faults()), {d["code"] for d in reply["diagnostics"]}


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("level", ["very_strict", "strict", "loose", "very_loose"])
def test_running_text_keeps_every_rule_at_every_level(width: float, level: str) -> None:
    for text in SENTENCES:
        found, told = answered(text, width, level=level)
        assert found == [], text
        assert width < 15 or told <= AT_15_EM, (text, told)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", ["heading", "cell"])
def test_headings_and_cells_keep_every_rule(width: float, kind: str) -> None:
    for text in SENTENCES:
        found, _ = answered(text, width, kind=kind)
        if width >= 9:
            assert found == [], text


@pytest.mark.parametrize("mode", ["push_in", "push_out", "push_out_only", "least_change"])
@pytest.mark.parametrize("hang", ["none", "allow", "force"])
@pytest.mark.parametrize("width", [7.5, 12, 15, 18, 25, 37.5])
def test_every_way_of_adjusting_keeps_every_rule(mode: str, hang: str, width: float) -> None:
    for text in SENTENCES:
        assert answered(text, width, mode=mode, hang=hang)[0] == [], text


@pytest.mark.parametrize("width", [8, 10, 13.5, 15, 18, 22.5, 30])
def test_never_more_lines_than_greedy_breaking_at_full_compression(width: float) -> None:
    for text in SENTENCES:
        reply = FILTER.answer({"text": text, "width_em": width})
        if {d["code"] for d in reply["diagnostics"]} & {"CMP001", "CMP005"}:
            continue
        greedy = greedy_lines(text, width)
        assert greedy is None or len(reply["lines"]) <= greedy, text


def greedy_lines(text: str, width: float) -> int | None:
    """Lines of breaking each as late as full compression lets it; None where a word is too long."""
    ends = [*FILTER.answer({"op": "breaks", "text": text})["breaks"], len(text)]
    count = start = 0
    while start < len(text):
        fitting = None
        for end in (end for end in ends if end > start):
            if least_width(text[start:end].strip(" ")) > width + 1e-6:
                break
            fitting = end
        if fitting is None:
            return None
        count, start = count + 1, fitting
    return count


def least_width(text: str) -> float:
    """Of one line, everything that may be reduced taken away."""
    reply = FILTER.answer({"text": text, "width_em": 1000})
    line = reply["pos"][0] if reply["pos"] else []
    if not line:
        return 0.0
    taken = 0.0
    for one, two in itertools.pairwise(line):
        before, after = class_of(one[0], one[2] - one[1]), class_of(two[0], two[2] - two[1])
        if before not in (4, 26):
            taken += sum(reduction(before, after).values())
    return float(line[-1][2]) - taken
