"""What steps gave before, so that a rebuild makes only what has changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, cast

T = TypeVar("T")


class Kept:
    """The last result of each step, by name, with what it was made from.

    Steps are pure functions: the same of the same arguments. So a step that is asked again with
    equal ones gives what it gave before, and a build with what the one before has left behind
    gives the same bytes as one without. One result a name is kept: a thousand rebuilds hold no
    more than one.

    Whoever takes a result leaves it as it is.
    """

    def __init__(self) -> None:
        self._results: dict[str, tuple[tuple[object, ...], object]] = {}

    def of(
        self,
        name: str,
        given: tuple[object, ...],
        make: Callable[[], T],
        still_true: Callable[[T], bool] = lambda _: True,
    ) -> T:
        """What *make* gives.

        Args:
            name: of the step, and of what it is about where it is taken more than once.
            given: all that shapes the result. Compared by ``==``, the same object at once: so a
                step that takes the result of a kept step knows without looking that it is equal.
            make: takes the step; called only if *given* has changed.
            still_true: asked of what was kept, where it hangs on more than *given*, such as files.
        """
        known = self._results.get(name)
        if known is not None and known[0] == given:
            kept = cast("T", known[1])
            if still_true(kept):
                return kept
        result = make()
        self._results[name] = given, result
        return result


class NothingKept(Kept):
    """For a build that no other follows: steps are taken, and what they gave may go."""

    def of(
        self,
        name: str,
        given: tuple[object, ...],
        make: Callable[[], T],
        still_true: Callable[[T], bool] = lambda _: True,
    ) -> T:
        """What *make* gives, each time anew."""
        return make()
