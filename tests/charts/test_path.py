from __future__ import annotations

from decimal import Decimal

from charts.charts import KANAZAWA, bounds

from strategy_report.charts.path import PathChart, path_chart
from strategy_report.core.geometry import Size
from strategy_report.core.length import pt

SIZE = Size(pt(200), pt(24.8))


def path(*values: str | None, target: str | None = None) -> PathChart:
    magnitudes = tuple(None if value is None else Decimal(value) for value in values)
    return path_chart(magnitudes, None if target is None else Decimal(target), SIZE, KANAZAWA)


def places(chart: PathChart) -> list[tuple[float, float] | None]:
    return [None if dot is None else (dot.x.pt, round(dot.y.pt, 2)) for dot in chart.dots]


def test_years_stand_in_columns_on_a_scale_from_zero() -> None:
    # The dots keep 2.4 pt from the edges: 20 pt from 0 to 100.
    chart = path("50", "75", target="100")
    assert places(chart) == [(50.0, 12.4), (150.0, 7.4)]
    assert (chart.zero, chart.target) == (pt(22.4), pt(2.4))


def test_a_year_without_a_number_breaks_the_line() -> None:
    whole, broken = path("1", "2", "3", "4"), path("1", None, "3", "4")
    # Zero, then three stretches and four dots, or one stretch and three dots.
    assert len(whole.draw(KANAZAWA).shapes) == 1 + 3 + 4
    assert len(broken.draw(KANAZAWA).shapes) == 1 + 1 + 3


def test_what_is_below_zero_lies_below_its_line() -> None:
    chart = path("-10", "10")
    assert (places(chart), chart.zero) == ([(50.0, 22.4), (150.0, 2.4)], pt(12.4))


def test_zeros_alone_lie_on_the_line_of_zero() -> None:
    assert places(path("0", "0")) == [(50.0, 2.4), (150.0, 2.4)]


def test_nothing_leaves_its_place() -> None:
    for shape in path("-5", "120", "3", target="100").draw(KANAZAWA).shapes:
        rect = bounds(shape)
        # The lines of zero and target are as wide as the place; their ends are butt.
        assert -KANAZAWA.target_line <= rect.x
        assert rect.right <= SIZE.width + KANAZAWA.target_line
        assert pt(0) <= rect.y
        assert rect.bottom <= SIZE.height
