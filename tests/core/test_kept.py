"""A step is taken again only where what it is given has changed."""

from __future__ import annotations

import gc
import weakref

from strategy_report.core.kept import Kept, NothingKept


class Step:
    """Doubles a number, and counts how often it had to."""

    def __init__(self, kept: Kept | None = None) -> None:
        self.kept, self.taken = kept or Kept(), 0

    def __call__(self, number: int, name: str = "double") -> int:
        return self.kept.of(name, (number,), lambda: self._double(number))

    def _double(self, number: int) -> int:
        self.taken += 1
        return number * 2


def test_a_step_is_taken_once_for_the_same() -> None:
    step = Step()
    assert [step(3), step(3), step.taken] == [6, 6, 1]


def test_a_step_given_something_else_is_taken_again_and_the_last_is_kept() -> None:
    step = Step()
    assert [step(3), step(4), step(4), step.taken] == [6, 8, 8, 2]
    assert [step(3), step.taken] == [6, 3]


def test_steps_of_other_names_know_nothing_of_each_other() -> None:
    step = Step()
    assert [step(3, "one"), step(4, "two"), step(3, "one"), step.taken] == [6, 8, 6, 2]


def test_where_nothing_is_kept_a_step_is_taken_each_time() -> None:
    step = Step(NothingKept())
    assert [step(3), step(3), step.taken] == [6, 6, 2]


def test_where_nothing_is_kept_a_result_goes_with_its_last_user() -> None:
    result = NothingKept().of("step", (), Step)
    watched = weakref.ref(result)
    del result
    gc.collect()
    assert watched() is None
