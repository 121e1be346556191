"""One typography for the whole booklet, and the list of what it changed."""

from __future__ import annotations

import pytest

from strategy_report.content.house_style import differences, in_house_style


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("９，４１０件(累計)", "9，410件（累計）"),
        ("5.2%減", "5.2％減"),
        ("R2〜6の合計", "R2～6の合計"),
        ("——結論から言えば", "――結論から言えば"),
        ("令和 6 年", "令和6年"),
        ("ﾌﾟﾚｽﾘﾘｰｽ", "プレスリリース"),
        ("→ 99社", "→99社"),
    ],
)
def test_widths_waves_dashes_and_stray_spaces_are_evened_out(typed: str, printed: str) -> None:
    assert in_house_style(typed) == printed


@pytest.mark.parametrize(
    "text",
    [
        "詳しくはhttps://example.lg.jp/~kikaku/(R6)へ",
        "問合せはa~b@example.lg.jpまで",
        "Society (5.0) ~ KANAZAWA",
        # Compatibility ideographs are the letters of people's names.
        "髙島﨑福神",
    ],
)
def test_addresses_western_texts_and_names_stay_as_they_are(text: str) -> None:
    assert in_house_style(text) == text


@pytest.mark.parametrize(
    ("before", "after", "changes"),
    [
        ("あ(い)う", "あ（い）う", (("(い)", "（い）"),)),
        ("令和 6 年", "令和6年", (("和 6 年", "和6年"),)),
        ("５件と５件", "5件と5件", (("５", "5"),)),
        ("未整備->整備", "未整備→整備", (("->", "→"),)),
        ("ﾌﾟﾚｽの", "プレスの", (("ﾌﾟﾚｽ", "プレス"),)),
        ("同じ", "同じ", ()),
    ],
)
def test_every_change_is_listed_once(
    before: str, after: str, changes: tuple[tuple[str, str], ...]
) -> None:
    assert differences(before, after) == changes
