from __future__ import annotations

import importlib
import re
import sys

import pytest

from strategy_report.core.library_parts import left_out, patterns_at_first_use, stand_in


def test_a_module_is_found_as_another_one_for_a_while() -> None:
    import html.parser

    with left_out({"html.parser": stand_in("html.parser", answer=42), "json.tool": None}):
        from html.parser import answer  # type: ignore[attr-defined]

        with pytest.raises(ImportError):
            importlib.import_module("json.tool")
    assert answer == 42
    assert sys.modules["html.parser"] is html.parser
    assert "json.tool" not in sys.modules


def test_what_was_left_out_can_be_named_but_not_used() -> None:
    module = stand_in("reader", "read_image")
    with pytest.raises(RuntimeError, match="left out: reader"):
        module.read_image("a.png")


def test_a_pattern_made_at_first_use_finds_what_it_would_have_found() -> None:
    with patterns_at_first_use():
        later = re.compile("（(.)）", flags=re.DOTALL)
        broken = re.compile("(")
        at_once = re.compile("案").match("案")
    assert at_once is not None
    assert not isinstance(later, re.Pattern)
    found = later.search("案（\n）")
    assert found is not None
    assert found[1] == "\n"
    assert later.pattern == "（(.)）"
    with pytest.raises(re.error):
        broken.search("案")
    assert isinstance(re.compile("案"), re.Pattern)
