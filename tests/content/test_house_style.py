"""One typography for the whole booklet, and the list of what it changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from kit.booklets import text_of
from kit.content_folder import ContentFolder
from kit.square_font import set_lines

from strategy_report.content.house_style import differences, in_house_style
from strategy_report.model.house_style import HOUSE_STYLE, Digits, HouseStyle
from strategy_report.pipeline import Press, build


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("９，４１０件(累計)", "9,410件（累計）"),
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
        "様式はform_1(a).xlsxに記入",
        "既定はx=f(1)とする",
        # Compatibility ideographs are the letters of people's names.
        "髙島﨑福神",
    ],
)
def test_addresses_western_texts_and_names_stay_as_they_are(text: str) -> None:
    assert in_house_style(text) == text


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("市(https://example.jp/~a)へ", "市（https://example.jp/~a）へ"),
        ("案内(www.example.jp)を(https://example.jp(英語))で", None),
        ("GX/DX(脱炭素)", "GX/DX（脱炭素）"),
    ],
)
def test_brackets_around_an_address_are_the_sentences(typed: str, printed: str | None) -> None:
    wanted = "案内（www.example.jp）を（https://example.jp（英語））で"
    assert in_house_style(typed) == (wanted if printed is None else printed)


@pytest.mark.parametrize(
    ("style", "typed", "printed"),
    [
        (HouseStyle(digits=Digits.FULL), "R6は12,345人(5%)", "R6は１２，３４５人（５％）"),
        (HouseStyle(digits=Digits.SINGLE), "３人と12人、CO2と5G", "３人と12人、CO2と5G"),
        (HouseStyle(digits=Digits.SINGLE), "1.5倍で5人", "1.5倍で５人"),
        (HouseStyle(digits=Digits.FULL), "R2～6、電話076-220-2111", "R2～6、電話076-220-2111"),
        (HouseStyle(brackets="()"), "累計（R2～6）", "累計(R2～6)"),
        (HouseStyle(percent="%"), "5.2％減", "5.2%減"),
        (HouseStyle(wave="〜"), "R2～6と7~8歳", "R2〜6と7〜8歳"),
        (HouseStyle(points="，．"), "相談、見守り。", "相談，見守り．"),
        (HouseStyle(points="，。"), "相談、見守り．", "相談，見守り。"),
        (HouseStyle(points="、。"), "相談，９，４１０件．", "相談、9,410件。"),
        (HouseStyle(points="，。", kept=("娘、。",)), "娘、。と、和", "娘、。と，和"),
        (HouseStyle(kept=("まち(仮)", "まち")), "まち(仮)とまち(2)", "まち(仮)とまち（2）"),
    ],
)
def test_a_town_has_its_own_way(style: HouseStyle, typed: str, printed: str) -> None:
    assert in_house_style(typed, style) == printed
    assert in_house_style(printed, style) == printed


STYLE = """\
style:
  digits: 一桁全角
  percent: 半角
  wave: 波ダッシュ
  points: ，。
  keep:
    - みなと、まち
"""


def test_the_whole_booklet_is_in_the_style_of_its_wording(tmp_path: Path) -> None:
    town = ContentFolder(tmp_path)
    town.write("wording.yaml", STYLE + town.read("wording.yaml"))
    bullet = "みなと、まち、5か所を(R2～3)に50%整備"
    town.edit("goals/1.yaml", "bullets:\n", f"bullets:\n      - {bullet}\n")
    checked = build(town.path, Press())
    assert checked.value is not None, town.messages()
    read = "".join(map(text_of, checked.value.book.pages))
    assert "みなと、まち，５か所を（R2〜3）に50%整備" in read
    assert "～" not in read
    assert "％" not in read
    assert read.count("、") == read.count("みなと、まち") == 1
    told = [d for d in checked.diagnostics if d.code == "TXT001"]
    assert any("「、」→「，」" in d.what and d.where is not None for d in told)


def test_commas_and_points_of_figures_in_full_width_are_no_marks_of_a_sentence(
    tmp_path: Path,
) -> None:
    town = ContentFolder(tmp_path)
    style = "style: {digits: 全角, points: 、。}\n"
    town.write("wording.yaml", style + town.read("wording.yaml"))
    bullet = "12,345人（3.5％増）が利用し、1，618件になった。"
    town.edit("goals/1.yaml", "bullets:\n", f"bullets:\n      - {bullet}\n")
    checked = build(town.path, Press())
    assert checked.value is not None, town.messages()
    assert "TXT012" not in [d.code for d in checked.diagnostics]
    read = "".join(map(text_of, checked.value.book.pages))
    assert "１２，３４５人（３．５％増）が利用し、１，６１８件になった。" in read


def test_a_style_that_there_is_not_is_told_once(tmp_path: Path) -> None:
    town = ContentFolder(tmp_path)
    town.write("wording.yaml", "style: {wave: 波}\n" + town.read("wording.yaml"))
    assert town.messages().count("VAL003") == 1


def test_commas_of_either_kind_are_set_alike() -> None:
    text = "相談、見守りと交流を支援し、若い世代の参加を促す。担い手を育て、つなぐ。"
    for em in (8, 11, 15):
        usual = [str(line.line.text) for line in set_lines(text, em=em)]
        other = [
            line.line.text.translate(str.maketrans("，．", "、。"))
            for line in set_lines(text.translate(str.maketrans("、。", "，．")), em=em)
        ]
        assert other == usual
    assert in_house_style("相談，見守り．", HOUSE_STYLE) == "相談，見守り．"


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
