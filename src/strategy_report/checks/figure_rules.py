"""What can be wrong with photographs, to those who cannot see them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from strategy_report.checks.rule import Finding, Rule
from strategy_report.core.diagnostic import Severity
from strategy_report.model.picture_words import tells_nothing
from strategy_report.model.plan import Plan

# Signs in which an alternative text may differ from a caption that it repeats.
_SIGNS = re.compile(r"[\s、。・「」『』（）()]|の(?:写真|画像)$|^写真[：:]?")


def no_alternative_text(plan: Plan) -> Iterator[Finding]:
    """Every photograph has words for those who hear the page."""
    for goal in plan.goals:
        for photo in goal.photos:
            if photo.file is not None and not photo.alt:
                yield Finding(
                    photo.source,
                    f"写真「{photo.caption.plain()}」に、読み上げのための説明がありません。",
                    "alt: に、写っているものを書いてください"
                    "（例: alt: 芝生の広場で、親子が輪になって遊んでいる）。",
                )


def empty_alternative_text(plan: Plan) -> Iterator[Finding]:
    """They say what is to be seen, and not the caption again."""
    for goal in plan.goals:
        for photo in goal.photos:
            words = photo.alt.strip().rstrip("。")
            repeats = _bare(words) == _bare(photo.caption.plain())
            if words and (repeats or tells_nothing(words)):
                yield Finding(
                    photo.source,
                    f"写真の alt:「{photo.alt}」では、何が写っているか分かりません。",
                    "下の説明（caption）を繰り返さず、写っているものを書いてください。",
                )


def _bare(words: str) -> str:
    return _SIGNS.sub("", words)


FIGURE_RULES = (
    Rule(
        "FIG001",
        Severity.WARNING,
        "写真に読み上げの説明がない",
        "見えない人に、写真があることしか伝わらない",
        no_alternative_text,
    ),
    Rule(
        "FIG003",
        Severity.WARNING,
        "写真の読み上げの説明が、下の説明と同じか、「画像1」やファイルの名前",
        "同じことを2度聞かせるか、何も伝えない",
        empty_alternative_text,
    ),
)
