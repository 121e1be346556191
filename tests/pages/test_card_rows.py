"""Cards side by side: their names and values stand level, whatever one of them has below."""

from __future__ import annotations

from kit.booklets import lines_of
from kit.builders import period, reading
from kit.hostile import Maker, laid_out, town

from strategy_report.model.indicator import Observation
from strategy_report.model.reading import Unit


def test_a_card_with_a_way_of_years_or_notes_stands_level_with_the_one_beside_it() -> None:
    maker = Maker()
    years = tuple(
        Observation(period=period(year), reading=reading(value, Unit(counter="人")))
        for year, value in (("R3", "110"), ("R4", "130"), ("R5", "120"))
    )
    kpis = (
        maker.indicator("way", actuals=years),
        maker.indicator("plain"),
        maker.indicator("noted", notes=(maker.words(60, head="※"),)),
        maker.indicator("beside"),
    )
    book, _ = laid_out(town(maker.goal(1, kpis=kpis)))
    lines = lines_of(book.pages[0])
    for one, other in (("way", "plain"), ("noted", "beside")):
        names, values = (
            [
                [line.rect.y for line in lines if line.key == f"goal-1/kpi/{key}/{part}"]
                for key in (one, other)
            ]
            for part in ("name", "figure")
        )
        assert names[0] == names[1]
        assert values[1]
        assert set(values[1]) <= set(values[0])


def test_where_no_name_has_two_lines_none_are_kept_free_for_it() -> None:
    def first_value(name: int) -> float:
        maker = Maker()
        kpis = tuple(maker.indicator(f"k{at}", name=name if at else 8) for at in range(4))
        book, _ = laid_out(town(maker.goal(1, kpis=kpis, measures=6)))
        lines = lines_of(book.pages[0])
        top = next(line.rect.y for line in lines if line.key == "goal-1/kpi/k0/name")
        values = next(line.rect.y for line in lines if line.key == "goal-1/kpi/k0/figure")
        return (values - top).pt

    assert first_value(30) - first_value(10) > 8
