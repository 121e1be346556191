"""A period of many characters beside the bars keeps clear of them."""

from __future__ import annotations

from kit.booklets import boxes_of, lines_of
from kit.hostile import Maker, laid_out, town
from kit.page_rules import inked, is_bar, shape_rect

from strategy_report.core.value import replace
from strategy_report.model.period import Period


def test_a_day_in_a_year_stands_beside_its_bar_in_full() -> None:
    maker = Maker()
    target = maker.target("population")
    day = Period(year=2024, month=11, day=30, as_of=True)
    counted = replace(target.actuals[0], period=day)
    book, _ = laid_out(town(maker.goal(1, targets=(replace(target, actuals=(counted,)),))))
    page = book.pages[0]
    (figure,) = (box for box in boxes_of(page) if box.key == "goal-1/target/population/figure")
    bars = [shape_rect(item) for item in figure.items if is_bar(item)]
    labels = [line for line in lines_of(page) if line.text == "R6.11.30"]
    assert len(labels) == 2
    assert len(bars) > 2
    assert not any(inked(label).meets(bar) for label in labels for bar in bars)
