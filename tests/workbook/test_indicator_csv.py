"""The table of indicators, as a spreadsheet opens it."""

from __future__ import annotations

import csv
from io import StringIO

from kit.builders import a_goal, a_plan, an_indicator, number, prose

from strategy_report.model.plan import Plan
from strategy_report.workbook.indicator_csv import HEADS, indicator_csv


def rows(plan: Plan) -> list[dict[str, str]]:
    text = indicator_csv(plan).decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text, newline="")))


def test_each_indicator_is_a_row_with_plain_digits() -> None:
    one = an_indicator(name=prose("来訪者数"))
    (row,) = rows(a_plan(a_goal(one)))
    assert tuple(row) == HEADS
    assert row["指標"] == "来訪者数"
    assert row["実績値"].isdigit()


def test_names_are_kept_whole_whatever_marks_they_hold() -> None:
    name = '約束、"10,000歩"\nの会'
    (row,) = rows(a_plan(a_goal(an_indicator(name=prose(name)))))
    assert row["指標"] == name


def test_no_cell_is_a_formula() -> None:
    for name in ("=1+1", "+81", "-cmd", "@SUM(A1)", "\t=1"):
        (row,) = rows(a_plan(a_goal(an_indicator(name=prose(name)))))
        assert row["指標"] == "'" + name


def test_a_number_below_zero_stays_a_number() -> None:
    one = an_indicator(actual=number("-3.2"))
    (row,) = rows(a_plan(a_goal(one)))
    assert row["実績値"] == "-3.2"


def test_lines_end_as_spreadsheets_expect_and_the_mark_tells_utf_8() -> None:
    data = indicator_csv(a_plan(a_goal(an_indicator())))
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.endswith(b"\r\n")
    assert data.count(b"\n") == data.count(b"\r\n") == 2
