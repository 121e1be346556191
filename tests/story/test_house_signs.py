"""What the program adds is in the marks of the town; what names a file is left alone."""

from __future__ import annotations

from strategy_report.core.source import SourceSpan
from strategy_report.model.house_style import HOUSE_STYLE, HouseStyle
from strategy_report.story.block import PhotoBlock, Run
from strategy_report.story.house_signs import in_signs_of

STYLE = HouseStyle(brackets="()", wave="〜", percent="%", points="，．", kept=("町、村",))
WHERE = SourceSpan(file="content/goals/1（写し）.yaml", line=3)


def a_photo(text: str) -> PhotoBlock:
    return PhotoBlock(
        key="goal-1/photo/（1）",
        caption=(Run(text=text, source=WHERE),),
        path="広場（1）～完成.jpg",
        alt=text,
        stand_in=None,
        source=WHERE,
    )


def test_texts_change_and_names_of_files_do_not() -> None:
    typed, printed = "R2～6（50％）、完成。", "R2〜6(50%)，完成．"
    assert in_signs_of(a_photo(typed), STYLE) == a_photo(printed)


def test_names_to_be_kept_and_addresses_are() -> None:
    run = Run(text="町、村と（https://example.jp/~a?b=(1)）、ほか")
    assert in_signs_of(run, STYLE).text == "町、村と(https://example.jp/~a?b=(1))，ほか"


def test_the_usual_style_changes_nothing_at_all() -> None:
    photo = a_photo("R2～6（50％）")
    assert in_signs_of(photo, HOUSE_STYLE) is photo
