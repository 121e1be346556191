"""What must hold of everything that is said of any content, however spoiled."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from unicodedata import category

from strategy_report.content.messages import render, to_json
from strategy_report.core.diagnostic import Diagnostic, Severity

# Speak of the folder, or of the booklet, as a whole.
_WITHOUT_PLACE = re.compile(r"FILE01[03]|PAG\d+|PLN012|DBT\d+")
_ENGLISH = re.compile(r"[A-Za-z']{2,} [a-z']{2,} [a-z']{2,}")
# Control and format characters, lone surrogates, separators of lines and paragraphs.
_OBEYED = ("Cc", "Cf", "Cs", "Zl", "Zp")
_KANA = re.compile(r"[ぁ-んァ-ヶ]")


def faults_of(said: Iterable[Diagnostic]) -> list[str]:
    """What an officer could not act on, or a terminal would obey; empty: nothing."""
    said = tuple(said)
    faults = [f"{d.code}: {fault}" for d in said for fault in _faults(d)]
    shown = render(said)
    obeyed = [char for char in shown if category(char) in _OBEYED and char != "\n"]
    if obeyed:
        faults.append(f"a terminal would obey {obeyed!r}")
    if len(json.loads(to_json(said))) != len(said):
        faults.append("the JSON is not whole")
    return faults


def _faults(diagnostic: Diagnostic) -> Iterable[str]:
    where, text = diagnostic.where, diagnostic.what + diagnostic.fix
    if where is None and not _WITHOUT_PLACE.fullmatch(diagnostic.code):
        yield "no place"
    if where is not None and not (where.line >= 1 <= where.column < where.end_column + 1):
        yield f"no such place: {where}"
    if diagnostic.severity is not Severity.NOTE and not diagnostic.fix:
        yield "no remedy"
    if not diagnostic.what.endswith("。") or not _KANA.search(diagnostic.what):
        yield f"no sentence: {diagnostic.what}"
    if _ENGLISH.search(text):
        yield f"English: {text}"
