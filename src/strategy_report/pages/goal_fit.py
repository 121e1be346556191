"""How a goal's page gives way: what shrinks when there is too much, what grows when too little.

Everything here is arithmetic on measured heights; nothing is set or drawn. Heights in EMU, places
from the head edge of the page.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from strategy_report.core.kept import Kept
from strategy_report.core.length import ZERO, Length, pt
from strategy_report.core.value import Value, replace
from strategy_report.pages.goal_needs import DENSITIES, Density, GoalNeeds, Step, TextNeeds

FOOT = pt(795)
CAPTION_GAP = pt(3)
CAPTION_FEED = pt(12)

# Rhythm: spaces that breathe together, at air 0 (tight) and by how much air 1 widens them.
CARD_GAP = (pt(8), pt(4))
MEASURES_HEAD = (pt(30), pt(7.5))
KPI_HEAD = (pt(31), pt(7))
# One photo belongs to the text above it; a row of them is a division of its own.
PHOTO_GAP_SINGLE = (pt(7.5), pt(3))
PHOTO_GAP_ROW = (pt(7.5), pt(9))
NORMAL_AIR = 0.5

# Above a hairline: tight, as usual, open. A row of pictures is lighter than text, and wants more.
ABOVE_LEAST, ABOVE, ABOVE_MOST = pt(8), pt(15), pt(22.5)
BELOW_PHOTO_SINGLE, BELOW_PHOTO_ROW = pt(2), pt(4.5)

# A quarter of the type area. More white amid a page reads as something that is missing, and is
# better left at the foot.
MOST_WHITE = pt(184)
WHITE_BELOW_CONTENT = pt(15)

CARD_LEAST, CARD_MOST = pt(84), pt(110)
# White that a card with more than three rows of values may have beyond its words.
CARD_ROOM = pt(12)
PHOTO_LEAST, PHOTO_USUAL = pt(60), pt(90)
PHOTO_ROW_GAP = pt(7.5)
LIST_STRETCH = pt(6)


class Fit(Value):
    """A page's vertical measures, settled.

    Attributes:
        split: which of the texts' ways of splitting was taken.
        air: 0 tight to 1 open, of the spaces that breathe together.
        above: white above hairlines.
        card: height of a card, or of what a list's row has above its least.
        step: how far the page gave way.
    """

    density: Density
    split: int
    step: Step
    band: Length
    above: Length
    air: float
    photo: Length
    card: Length
    as_list: bool
    text: TextNeeds | None
    needs: GoalNeeds

    @property
    def band_foot(self) -> Length:
        return self.needs.top + self.band

    @property
    def measures_hairline(self) -> Length:
        return self.band_foot + self.above

    @property
    def first_line(self) -> Length:
        """Top of the measures' first line box (or of the photos, where there are no measures)."""
        if self.text is None:
            return self.band_foot
        return self.measures_hairline + _breathing(MEASURES_HEAD, self.air)

    @property
    def photo_gap(self) -> Length:
        photos = self.needs.photos
        if photos is None:
            return ZERO
        return _breathing(PHOTO_GAP_SINGLE if photos.single else PHOTO_GAP_ROW, self.air)

    @property
    def photo_top(self) -> Length:
        above = ZERO if self.text is None else self.text.above_photos
        return self.first_line + above + self.photo_gap

    def photo_row_top(self, row: int) -> Length:
        """Top of a row of photographs."""
        photos = self.needs.photos
        lines = photos.caption_lines[:row] if photos is not None else ()
        captions = sum((_caption(count) + PHOTO_ROW_GAP for count in lines), ZERO)
        return self.photo_top + self.photo * row + captions

    @property
    def content_foot(self) -> Length:
        """Where the KPI hairline may stand at the earliest."""
        text = ZERO if self.text is None else self.text.height
        foot = self.first_line + text + self.above + self.needs.notes
        photos = self.needs.photos
        if photos is None:
            return foot
        more = BELOW_PHOTO_SINGLE if photos.single else BELOW_PHOTO_ROW
        last = len(photos.caption_lines) - 1
        pictures = self.photo_row_top(last) + self.photo
        # A caption's second line may stand in the white above the hairline.
        first_line_foot = pictures + _caption(min(1, photos.caption_lines[last]))
        last_line_foot = pictures + _caption(photos.caption_lines[last])
        photos_foot = max(first_line_foot + self.above + more, last_line_foot + ABOVE_LEAST)
        return max(foot, photos_foot + self.needs.notes)

    @property
    def card_gap(self) -> Length:
        return _breathing(CARD_GAP, self.air)

    @property
    def kpi_height(self) -> Length:
        """Of cards or list, without the heading."""
        kpis = self.needs.kpis
        if kpis is None:
            return ZERO
        if self.as_list:
            rows = kpis.list_rows()
            return kpis.list_head + sum(rows, ZERO) + self.card * len(rows)
        return self.card * kpis.card_rows + self.card_gap * (kpis.card_rows - 1)

    @property
    def kpi_head(self) -> Length:
        """From the KPI hairline to the first card or to the list's head."""
        return _breathing(KPI_HEAD, self.air)

    @property
    def kpi_hairline(self) -> Length:
        """At the foot of the page, or below the content where a hole would tear the two apart."""
        if self.slack <= MOST_WHITE:
            return self._lowest_hairline
        return self.content_foot + WHITE_BELOW_CONTENT

    @property
    def _lowest_hairline(self) -> Length:
        return FOOT - self.kpi_height - self.kpi_head

    @property
    def slack(self) -> Length:
        """What is left, negative if the page is too full."""
        if self.needs.kpis is None:
            return FOOT - (self.content_foot - min(self.above, ABOVE_LEAST))
        return self._lowest_hairline - self.content_foot


def fit(needs: GoalNeeds, density: Density) -> Fit | None:
    """The page at this density, tightened or loosened in order; None: it does not hold.

    A list takes the place of cards only where cards do not hold.
    """
    texts: tuple[TextNeeds | None, ...] = (None,)
    if needs.texts is not None:
        texts = needs.texts(density)
    for as_list in _forms(needs, density):
        for split, text in enumerate(texts):
            settled = _tighten(_usual(needs, density, (split, text), as_list=as_list))
            if settled is not None:
                return settled
    return None


def _forms(needs: GoalNeeds, density: Density) -> tuple[bool, ...]:
    """Whether the KPI are a list, in the order to be tried."""
    kpis = needs.kpis
    if kpis is None:
        return (False,)
    if kpis.card_rows == 0:
        return (True,)
    return (False, True) if density.lists else (False,)


class SharedFit(Value):
    """All goals' pages at the density that they share; None: a goal must be continued.

    Attributes:
        alone: as each would be if the edition had no other goal.
    """

    density: Density
    fits: tuple[Fit | None, ...]
    alone: tuple[Fit | None, ...]


def fit_all(all_needs: tuple[GoalNeeds, ...], kept: Kept | None = None) -> SharedFit:
    """Every goal's page at the least density at which each that fits at any does.

    A page that no density can hold does not press the others; it is continued at their density.
    *kept*: how goals of the same needs fitted before.
    """
    kept = kept or Kept()
    loosest = [
        kept.of(f"loosest fit {place}", (needs,), partial(_loosest_fit, needs))
        for place, needs in enumerate(all_needs)
    ]
    needed = (DENSITIES.index(fit.density) for fit in loosest if fit is not None)
    density = DENSITIES[max(needed, default=0)]
    return SharedFit(
        density=density,
        fits=tuple(
            found if found is None or found.density == density else fit(needs, density)
            for found, needs in zip(loosest, all_needs, strict=True)
        ),
        alone=tuple(loosest),
    )


def _loosest_fit(needs: GoalNeeds) -> Fit | None:
    found = (fit(needs, density) for density in DENSITIES)
    return next((fit for fit in found if fit is not None), None)


def _usual(
    needs: GoalNeeds, density: Density, of: tuple[int, TextNeeds | None], *, as_list: bool
) -> Fit:
    split, text = of
    step = density.step
    if step is Step.LIST and not as_list:
        step = Step.MEASURE_GAP
    page = Fit(
        needs=needs,
        density=density,
        split=split,
        text=text,
        step=step,
        band=ZERO if needs.band is None else needs.band.usual,
        above=ABOVE,
        air=NORMAL_AIR,
        photo=ZERO if needs.photos is None else min(PHOTO_USUAL, needs.photos.most),
        card=ZERO,
        as_list=as_list,
    )
    return replace(page, card=_most_card(page))


def _tighten(page: Fit) -> Fit | None:
    """Each step to its limit before the next, and back to the one that is enough."""
    if page.slack >= 0:
        return _loosen(page)
    least = _least_card(page)
    steps: tuple[tuple[Step, Callable[[Fit, float], Fit]], ...] = (
        (Step.NONE, lambda p, by: replace(p, card=_between(least, _most_card(p), by))),
        (Step.CARDS, lambda p, by: replace(p, air=NORMAL_AIR * by)),
        (Step.PHOTOS, _photo_at),
        (Step.BAND, _band_at),
        (Step.ABOVE, lambda p, by: replace(p, above=_between(ABOVE_LEAST, ABOVE, by))),
    )
    for step, at in steps:
        lowest = at(page, 0.0)
        if lowest.slack >= 0:
            found = _largest(page, at)
            return replace(found, step=max(step, page.step, key=lambda s: s.value))
        page = lowest
    return None


def _loosen(page: Fit) -> Fit:
    """Photos to 3:2, then the band, then white above hairlines; the rest stays white."""
    if page.needs.photos is not None:
        usual, most = page.photo, max(page.photo, page.needs.photos.most)
        page = _largest(page, lambda p, by: replace(p, photo=_between(usual, most, by)))
    band = page.needs.band
    if band is not None:
        roomy = replace(page, band=band.most)
        page = roomy if roomy.slack >= 0 else page
    return _largest(
        page,
        lambda p, by: replace(
            p,
            above=_between(ABOVE, ABOVE_MOST, by),
            air=NORMAL_AIR + (1 - NORMAL_AIR) * by,
        ),
    )


def _photo_at(page: Fit, by: float) -> Fit:
    if page.needs.photos is None:
        return page
    usual = min(PHOTO_USUAL, page.needs.photos.most)
    return replace(page, photo=_between(min(PHOTO_LEAST, usual), usual, by))


def _band_at(page: Fit, by: float) -> Fit:
    """The band has no heights between its sizes."""
    band = page.needs.band
    if band is None:
        return page
    return replace(page, band=band.usual if by == 1 else band.least)


def _least_card(page: Fit) -> Length:
    kpis = page.needs.kpis
    if kpis is None or page.as_list:
        return ZERO
    return max(CARD_LEAST, kpis.card_least)


def _most_card(page: Fit) -> Length:
    return LIST_STRETCH if page.as_list else max(CARD_MOST, _least_card(page) + CARD_ROOM)


def _largest(page: Fit, at: Callable[[Fit, float], Fit]) -> Fit:
    """*at* its largest share of 1 at which the page still holds (it holds at 0)."""
    if at(page, 1.0).slack >= 0:
        return at(page, 1.0)
    low, high = 0, 1 << 20
    while high - low > 1:
        middle = (low + high) // 2
        if at(page, middle / (1 << 20)).slack >= 0:
            low = middle
        else:
            high = middle
    return at(page, low / (1 << 20))


def _between(least: Length, most: Length, by: float) -> Length:
    return least + (most - least) * by


def _breathing(space: tuple[Length, Length], air: float) -> Length:
    return space[0] + space[1] * air


def _caption(lines: int) -> Length:
    return CAPTION_GAP + CAPTION_FEED * lines if lines else ZERO
