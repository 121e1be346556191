"""A list of recipients as spreadsheets save it, and what is said of one that is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from kit.golden import assert_golden

from strategy_report.content.messages import render
from strategy_report.content.read_recipients import load_recipients, read_recipients
from strategy_report.model.recipient import Recipient

GOLDEN = Path(__file__).parent / "golden"
LIST = "番号,氏名,所属,パスワード\n001,髙﨑　花子,市議会,Kenroku-2024\n002,山田太郎,,\n"

BROKEN = """\
番号,氏名,所属,パスワード,メール,備考,備考
1,山田太郎,市議会,himitsu,a@example.jp,,
１,佐藤花子,市議会,ひみつ,,,
,鈴木一郎,総務課,,,,
4,,総務課,,,,
,,,,,,
5,?橋四郎,総務課,,,,
6,"伊藤
五郎",総務課,"pass
word",,,
１,山田太郎,市議会,,,,
8,長い長い長い長い長い長い長い長い長い長い名前の人です山田太郎太郎,総務課,,,,
9,六\u200b郎,総務課,,,,
11,八郎,himitsu
10,"七郎,総務課,himitsu,,,
"""


def listed(data: bytes) -> tuple[Recipient, ...]:
    read = read_recipients(data, "名簿.csv")
    assert read.value is not None, read.diagnostics
    return read.value.listed


def told(text: str) -> list[tuple[str, str]]:
    """Place and code of what is said."""
    said = read_recipients(text.encode(), "名簿.csv").diagnostics
    return [(str(d.where).removeprefix("名簿.csv:"), d.code) for d in said]


def test_a_row_is_a_recipient() -> None:
    first, second = listed(LIST.encode())
    assert (first.number, first.name, first.office) == ("001", "髙﨑　花子", "市議会")
    assert first.password == "Kenroku-2024"
    assert str(first.name_source) == "名簿.csv:2:5"
    assert (second.office, second.password) == ("", "")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_it_is_read_as_excel_saves_it(encoding: str, line_end: str) -> None:
    saved = LIST.replace("\n", line_end).encode(encoding)
    assert listed(saved) == listed(LIST.encode())


@pytest.mark.parametrize(
    "heads",
    [
        *(
            "Number,Name,Office",
            "No.,お名前,所属・役職",
            "配布番号 ,氏　名,所 属",
            "ＮＯ,名前,役職",
        ),
        *("№,お名前（敬称略）,ご所属", "整理番号,委員名,団体名【正式名称】"),
    ],
)
def test_heads_are_known_however_they_are_written(heads: str) -> None:
    (one,) = listed(f"{heads}\n7,山田,市議会\n".encode())
    assert (one.number, one.name, one.office) == ("7", "山田", "市議会")


def test_an_office_and_a_post_stand_side_by_side_as_on_an_envelope() -> None:
    text = "番号,氏名,所属,職名\n7,山田,市議会,議長\n8,佐藤,市議会,\n9,鈴木,,館長\n"
    assert [one.office for one in listed(text.encode())] == ["市議会　議長", "市議会", "館長"]


def test_number_and_name_are_enough() -> None:
    (one,) = listed("番号,氏名\n7,山田\n".encode())
    assert (one.number, one.name, one.office) == ("7", "山田", "")


def test_a_title_above_the_heads_is_passed_over() -> None:
    (one,) = listed("令和6年度　審議会委員名簿,,\n,,\n番号,氏名,所属\n7,山田,議会\n".encode())
    assert (one.name, str(one.name_source)) == ("山田", "名簿.csv:4:3")


@pytest.mark.parametrize("encoding", ["utf-16", "cp932", "utf-8-sig"])
def test_text_with_tabs_is_read_as_excel_saves_it(encoding: str) -> None:
    (one,) = listed("番号\t氏名\t所属\n7\t山田\t議会, 総務\n".encode(encoding))
    assert (one.number, one.name, one.office) == ("7", "山田", "議会, 総務")


def test_columns_may_stand_in_any_order_and_others_beside_them() -> None:
    (one,) = listed("所属,備考,氏名,番号\n市議会,来庁,山田,7\n".encode())
    assert (one.number, one.name, one.office) == ("7", "山田", "市議会")


def test_cells_in_quotation_marks_hold_commas_and_marks() -> None:
    (one,) = listed('番号,氏名,所属\n7,"山田 ""タロー"" 太郎","議会, 総務"\n'.encode())
    assert (one.name, one.office) == ('山田 "タロー" 太郎', "議会, 総務")


def test_empty_rows_are_what_spreadsheets_leave() -> None:
    rows = LIST.replace("002", ",,,\n\n002") + ",,,\n,,,\n\n"
    assert [one.number for one in listed(rows.encode())] == ["001", "002"]


def test_all_that_is_wrong_is_told_at_once() -> None:
    said = read_recipients(BROKEN.encode(), "名簿.csv")
    assert said.value is None
    assert_golden(render(said.diagnostics) + "\n", GOLDEN / "recipients.txt")


def test_no_message_shows_a_password() -> None:
    said = render(read_recipients(BROKEN.encode(), "名簿.csv").diagnostics)
    assert "●" in said
    assert not any(secret in said for secret in ("himitsu", "ひみつ", "pass", "word"))
    (one, _) = listed(LIST.encode())
    assert "Kenroku" not in repr(one)


def test_a_column_written_much_like_the_passwords_is_no_other() -> None:
    # 一 in the place of ー: the copies would be open to everybody.
    for head in ("パスワ一ド", "開封パスワード", "PASS", "暗証"):
        assert told(f"番号,氏名,所属,{head}\n1,山田,,x\n") == [("1:10", "DST003")]
    assert listed("番号,氏名,ＰＷ（任意）\n1,山田,abcd-1234\n".encode())[0].password == "abcd-1234"


@pytest.mark.parametrize(
    "row",
    [
        *("1月2日,山田,議会,", "2024/1/2,山田,議会,", "2-Jan,山田,議会,", "1,#REF!,議会,"),
        *("1,山田,#N/A,", "1.23457E+11,山田,議会,", "1,山田,議会,1.23457E+11", "1,山田,議会,####"),
    ],
)
def test_what_a_spreadsheet_made_of_a_cell_is_told(row: str) -> None:
    # Nobody could open a copy whose password is what a spreadsheet made of it.
    assert [code for _, code in told(f"番号,氏名,所属,パスワード\n{row}\n")] == ["DST019"]


def test_numbers_that_differ_in_noughts_or_width_alone_are_the_same() -> None:
    rows = "番号,氏名\n1,山田\n001,佐藤\n１,鈴木\n10,高橋\n"
    assert told(rows) == [("3:1", "DST011"), ("4:1", "DST011")]


def test_a_password_may_be_written_like_a_date() -> None:
    (one,) = listed("番号,氏名,パスワード\n1,山田,2024/01/02\n".encode())
    assert one.password == "2024/01/02"


@pytest.mark.parametrize("head", ["氏名（ふりがな）", "氏名(ﾌﾘｶﾞﾅ)", "氏名【カナ】"])
def test_how_a_name_is_read_is_another_column(head: str) -> None:
    assert told(f"番号,氏名,{head}\n1,山田,やまだ\n") == [("1:7", "DST004")]


def test_missing_columns_are_told() -> None:
    assert told("名前,電話\n山田,1\n") == [("1:1", "DST003"), ("1:4", "DST004")]
    assert told("") == [("1:1", "DST003")]
    assert told("番号,氏名,所属\n") == [("1:1", "DST010")]


@pytest.mark.parametrize("data", [b"PK\x03\x04 xlsx", LIST.encode("utf-16-le"), b"\xff\x80\x81"])
def test_another_kind_of_file_is_told(data: bytes) -> None:
    read = read_recipients(data, "名簿.csv")
    assert [d.code for d in read.diagnostics] == ["DST002"]
    assert "CSV UTF-8" in read.diagnostics[0].fix


def test_a_list_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert [d.code for d in load_recipients(tmp_path / "名簿.csv").diagnostics] == ["DST001"]
