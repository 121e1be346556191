"""Names that Windows, macOS and Linux all take."""

from __future__ import annotations

import pytest

from strategy_report.store.file_name import name_key, safe_file_name


@pytest.mark.parametrize(
    ("given", "safe"),
    [
        ("kanazawa-r6.pdf", "kanazawa-r6.pdf"),
        ("第2次総合戦略　取組状況.pdf", "第2次総合戦略　取組状況.pdf"),
        ("か\u3099.pdf", "が.pdf"),  # NFD, as macOS gives it
        ('a/b\\c:d*e?f"g<h>i|j', "a_b_c_d_e_f_g_h_i_j"),
        ("改\n行\x00", "改_行_"),
        ("見本\u202efdp.exe", "見本_fdp.exe"),
        ("CON", "_CON"),
        ("con.pdf", "_con.pdf"),
        ("Lpt9 .txt", "_Lpt9 .txt"),
        ("console.pdf", "console.pdf"),
        ("末尾の点...", "末尾の点"),
        (" 前後の空き ", "前後の空き"),
        ("..", "_"),
        ("", "_"),
    ],
)
def test_a_name_becomes_safe(given: str, safe: str) -> None:
    assert safe_file_name(given) == safe


def test_a_long_name_is_cut_between_characters_and_keeps_its_ending() -> None:
    cut = safe_file_name("長" * 300 + ".pdf")
    assert cut == "長" * 65 + ".pdf"
    assert len(cut.encode()) == 199


@pytest.mark.parametrize(
    ("one", "other"),
    [("が.pdf", "か\u3099.pdf"), ("A.pdf", "a.PDF"), ("Straße", "STRASSE")],
)
def test_names_that_some_file_system_confuses_share_a_key(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


def test_different_names_have_different_keys() -> None:
    assert name_key("金沢.pdf") != name_key("金澤.pdf")
