"""How a page gives way: the steps of the board, each to its limit before the next."""

from __future__ import annotations

from strategy_report.core.length import Length, pt
from strategy_report.core.value import replace
from strategy_report.pages.goal_fit import FOOT, Fit, fit_all
from strategy_report.pages.goal_needs import (
    BandNeeds,
    Density,
    GoalNeeds,
    KpiNeeds,
    PhotoNeeds,
    Step,
    TextNeeds,
)

ROW = pt(26)
# Of the measures, from little to more than a page holds.
HEIGHTS = range(60, 420, 4)


def needs(text: float, *, feed_saved: float = 0.93) -> GoalNeeds:
    """Four cards, two photographs, one numeric target, and measures *text* points high."""

    def texts(density: Density) -> tuple[TextNeeds, ...]:
        gaps = 3 * (15 - density.measure_gap.pt)
        height = pt((text - gaps) * (feed_saved if density.small_body else 1))
        return (TextNeeds(height, height),)

    return GoalNeeds(
        top=pt(97.5),
        band=BandNeeds(pt(75), pt(112.5), pt(112.5)),
        texts=texts,
        photos=PhotoNeeds(caption_lines=(1,), most=pt(160), single=False),
        kpis=KpiNeeds(
            card_rows=2, card_least=pt(84), list_head=pt(14), list_rows=lambda: (ROW,) * 4
        ),
    )


def page(text: float) -> Fit | None:
    (fit,) = fit_all((needs(text),)).fits
    return fit


def test_more_text_never_makes_a_page_give_way_less() -> None:
    steps = [Step.CONTINUED if (fit := page(text)) is None else fit.step for text in HEIGHTS]
    assert steps == sorted(steps, key=lambda step: step.value)
    told = list(dict.fromkeys(steps))
    assert told[0] is Step.NONE
    assert told[-3:] == [Step.LIST, Step.BODY, Step.CONTINUED]
    assert Step.PHOTOS in told
    assert Step.BAND in told


def test_each_step_goes_to_its_limit_before_the_next_is_taken() -> None:
    for text in HEIGHTS:
        fit = page(text)
        if fit is None or fit.as_list:
            continue
        if fit.step.value >= Step.PHOTOS.value:
            assert fit.card == pt(84)
        if fit.step.value >= Step.BAND.value:
            assert fit.photo == pt(60)
        if fit.step.value >= Step.ABOVE.value:
            assert fit.band == pt(75)


def test_nothing_shrinks_below_its_limit_and_the_kpi_stand_on_the_foot() -> None:
    for text in HEIGHTS:
        fit = page(text)
        if fit is None:
            continue
        assert fit.slack >= 0
        assert fit.photo >= pt(60)
        assert fit.above >= pt(8)
        assert fit.as_list or pt(84) <= fit.card <= pt(110)
        assert foot_of(fit) == FOOT


def foot_of(fit: Fit) -> Length:
    return fit.kpi_hairline + fit.kpi_head + fit.kpi_height


def test_a_hole_of_a_quarter_of_the_page_is_left_at_the_foot_instead() -> None:
    full = replace(needs(60), photos=None)
    feet: list[Length] = []
    for some in (needs(60), full, replace(full, band=None), replace(full, band=None, texts=None)):
        (fit,) = fit_all((some,)).fits
        assert fit is not None
        feet.append(foot_of(fit))
        white = fit.kpi_hairline - fit.content_foot
        assert white == (pt(15) if fit.slack > pt(184) else fit.slack)
    assert feet[0] == FOOT
    assert feet[-1] < FOOT


def test_goals_of_an_edition_share_what_changes_their_text() -> None:
    easy, hard = fit_all((needs(80), needs(330))).fits
    assert easy is not None
    assert hard is not None
    assert hard.step.value >= Step.MEASURE_GAP.value
    assert easy.density == hard.density


def test_a_goal_that_no_page_holds_does_not_press_the_others() -> None:
    easy, impossible = fit_all((needs(80), needs(2000))).fits
    assert impossible is None
    assert easy is not None
    assert easy.density.step is Step.NONE
