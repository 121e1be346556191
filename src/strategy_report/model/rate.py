"""Formulas of rates, and how a rate is rounded."""

from __future__ import annotations

from enum import Enum


class Rate(Enum):
    """A formula, by the word that content and page use.

    RATIO: actual ÷ target. PROGRESS: (actual − baseline) ÷ (target − baseline). ELAPSED: of a
    period total, actual ÷ (target × years elapsed ÷ years in all).
    """

    NONE = "なし"
    RATIO = "達成率"
    PROGRESS = "進捗率"
    ELAPSED = "期間進捗率"


class Rounding(Enum):
    HALF_UP = "四捨五入"
    DOWN = "切捨て"
