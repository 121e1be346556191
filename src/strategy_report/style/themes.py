"""The themes that ship, by the name that edition.yaml uses."""

from __future__ import annotations

from collections.abc import Mapping

from strategy_report.style.kanazawa import KANAZAWA
from strategy_report.style.plain import PLAIN
from strategy_report.style.theme import Theme

THEMES: Mapping[str, Theme] = {theme.name: theme for theme in (KANAZAWA, PLAIN)}
