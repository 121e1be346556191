"""Ctrl-C at a chosen moment: at the n-th call of a Python function."""

from __future__ import annotations

import sys
from collections.abc import Callable
from inspect import CO_GENERATOR
from types import FrameType
from typing import Any


def calls_of(action: Callable[[], Any]) -> int:
    """How many calls of Python functions *action* makes."""
    return _watched(action, None)[1]


def interrupted_at(call: int, action: Callable[[], Any]) -> Any:
    """What *action* returns when a KeyboardInterrupt comes at its *call*-th call."""
    return _watched(action, call)[0]


def _watched(action: Callable[[], Any], at: int | None) -> tuple[Any, int]:
    calls = 0

    def watch(frame: FrameType, event: str, _argument: Any) -> None:
        nonlocal calls
        # Python puts generators away by calling them, and lets nothing out of such a call.
        if event == "call" and not frame.f_code.co_flags & CO_GENERATOR:
            calls += 1
            # A generator may be called to be closed, and what is raised then is lost: not Ctrl-C's
            # doing, but Python's. The next call takes it.
            if at is not None and calls >= at and not frame.f_code.co_flags & CO_GENERATOR:
                sys.setprofile(None)
                raise KeyboardInterrupt

    before = sys.getprofile()
    sys.setprofile(watch)
    try:
        result = action()
    except KeyboardInterrupt as escaped:
        # Let go on, it would end the whole run of tests.
        raise AssertionError("the interrupt was not caught") from escaped
    finally:
        sys.setprofile(before)
    return result, calls
