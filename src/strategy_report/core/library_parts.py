"""Libraries let in without those of their parts that nobody here asks for.

Reading a library in can take longer than all that it is needed for. Where a part of it is to
blame, the library's one door leaves that part out.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from types import ModuleType
from typing import Any, NoReturn


@contextmanager
def left_out(parts: Mapping[str, ModuleType | None]) -> Iterator[None]:
    """Within, a module named in *parts* is what stands there; None: there is none.

    Afterwards whoever asks for it gets the real one.
    """
    before = {name: sys.modules[name] for name in parts if name in sys.modules}
    sys.modules.update(parts)  # type: ignore[arg-type]
    try:
        yield
    finally:
        for name in parts:
            del sys.modules[name]
        sys.modules.update(before)


def stand_in(name: str, *refused: str, **content: Any) -> ModuleType:
    """A module that holds *content*, and things named in *refused* that nothing may be done with.

    Raises:
        RuntimeError: one of those is called.
    """

    def refuse(*_args: Any, **_named: Any) -> NoReturn:
        raise RuntimeError(f"this part of a library is left out: {name}")

    module = ModuleType(name)
    vars(module).update(content, **dict.fromkeys(refused, refuse))
    return module


@contextmanager
def patterns_at_first_use() -> Iterator[None]:
    """Within, ``re.compile`` gives patterns that are compiled when something is asked of them."""
    re.compile = _LaterPattern  # type: ignore[assignment]
    try:
        yield
    finally:
        re.compile = _compile_now


_compile_now = re.compile


class _LaterPattern:
    """A regular expression, compiled at its first use."""

    def __init__(self, *given: Any, **named: Any) -> None:
        self._given, self._named = given, named

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        # By its own name, since a library may use a pattern while it is read in.
        return _compile_now(*self._given, **self._named)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._pattern, name)
