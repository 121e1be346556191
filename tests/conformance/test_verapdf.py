"""Every claim before the validator that auditors trust; and what neither it nor we may let pass."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from kit.booklets import BOOKLETS, KANAZAWA, built
from kit.books import FACES, a_book, a_box, a_line, a_page
from kit.certificate import PASSPHRASE, certificate_file
from kit.content_folders import change, copied
from kit.spoilt_files import MUTANTS, mutant
from kit.tiny_font import write_tiny_cff
from kit.verapdf import failed_rules

from strategy_report.cli.main import main
from strategy_report.content.init import starter_files
from strategy_report.display.role import Role
from strategy_report.distribution import Order, set_for
from strategy_report.inspection.for_screen import FOR_SCREEN
from strategy_report.inspection.preflight import preflight
from strategy_report.inspection.sign import open_certificate
from strategy_report.model.recipient import Recipient
from strategy_report.pdf.claim import UA1_A3A
from strategy_report.pdf.copies import Copies
from strategy_report.pdf.document import write_pdf
from strategy_report.pdf.profile import PdfSettings
from strategy_report.pipeline import Made, Press, build, on_screen, settings_of

# How a file is made, and what it claims: with data or without, PDF 1.7 or 2.0.
CLAIMS = {
    "with data": (on_screen(), ("ua1", "3a")),
    "without data": (on_screen(with_data=False), ("ua1", "2a")),
    "PDF 2.0": (on_screen(pdf20=True), ("ua2", "4f")),
    "PDF 2.0 without data": (on_screen(pdf20=True, with_data=False), ("ua2", "4")),
}
# Of a page with one line, which has nothing to go along with it.
LEAST = "one page"
LEAST_CLAIMS = ("without data", "PDF 2.0 without data")

# The validator does not see these; our own preflight does.
OURS_ALONE = {
    "content_left_out_of_the_tree",
    "bookmark_to_a_page_that_is_gone",
    "content_told_twice",
    "empty_words_as_alt",
    "english",
    "file_name_as_alt",
    "link_out_of_the_tree",
    "link_to_a_name_of_nothing",
    "no_bookmarks",
    "other_date",
    "other_title",
    "pale_bars",
    "pale_text",
    "table_naming_heads_that_are_not_there",
    "table_of_wrong_scope",
    "table_without_scope",
    "tree_of_numbers",
    "wrong_actual_text",
    "wrong_order",
    "wrong_to_unicode",
}
# Only the validator reads glyph programs.
THEIRS_ALONE = {"no_glyph_map", "wrong_widths"}


def file_of(town: str, made: str) -> bytes:
    setup, _ = CLAIMS[made]
    if town == LEAST:
        page = a_page(a_box(a_line("取組状況"), role=Role.H1, key="title"))
        return write_pdf(a_book(page), FACES, PdfSettings(profile=setup.profile))
    if made == "with data":
        return built(town).pdf
    checked = build(BOOKLETS[town], Press(setup=setup))
    assert checked.value is not None
    return checked.value.pdf


MADE = [(town, made) for town in BOOKLETS for made in CLAIMS] + [
    (LEAST, made) for made in LEAST_CLAIMS
]


# A pack with CFF outlines: how it is keyed.
PACKS: Mapping[str, tuple[int, ...]] = {"a pack by name": (), "a pack by CID": (90, 9, 1200)}


def with_a_pack(folder: Path, cids: tuple[int, ...]) -> bytes:
    """The city's booklet with a name that only a pack can draw."""
    folder.mkdir()
    content = copied(folder)
    write_tiny_cff(content / "fonts" / "tiny.otf", "甲𠮷乙", cids)
    change(content, "goals/1.yaml", "ワンストップ拠点", "ワンストップ拠点（𠮷田）")
    change(content, "edition.yaml", "theme: kanazawa", "theme: kanazawa\nfonts: [tiny.otf]")
    checked = build(content, Press())
    assert checked.value is not None, checked.diagnostics
    return checked.value.pdf


def signed_copy() -> bytes:
    """The booklet's copy for one recipient, with the town's signature behind it."""
    certificate = open_certificate(certificate_file(), PASSPHRASE, "town.p12").value
    assert certificate is not None
    return certificate.signed(numbered_copy())


def numbered_copy() -> bytes:
    whole = built("content")
    press = Press()
    made = Made(plan=whole.plan, book=whole.book)
    order = Order(content=KANAZAWA, recipients=Path("名簿.csv"), watermark=True)
    recipient = Recipient(number="012", name="髙﨑　花子")
    distribution = set_for((recipient,), made, order, press)
    settings = settings_of(made, KANAZAWA, press)
    copies = Copies(whole.book, press.faces, settings, distribution.kinds)
    return copies.copy(distribution.copies[0].inscriptions, "配布番号 012", UA1_A3A)


# What is handed out, by name: its file, and what it claims.
PASSWORD = "Kenroku-2024"
PROTECTED = "a protected copy"
HANDED_OUT = {
    "a copy": ("kanazawa-r6-012-髙﨑　花子.pdf", ("ua1", "3a")),
    "its letter": ("kanazawa-r6-012-髙﨑　花子-送付状.pdf", ("ua1", "3a")),
    PROTECTED: ("kanazawa-r6-013-佐藤.pdf", ("ua1",)),
    "all letters": ("送付状（全員）.pdf", ("ua1", "3a")),
    "the letter of a protected copy": ("kanazawa-r6-013-佐藤-送付状.pdf", ("ua1", "3a")),
}
# PDF/A's own: no encryption; a file says that it is one.
PDF_A_ALONE = ["6.1.3-2", "6.6.4-1"]


def handed_out(folder: Path) -> Path:
    """The folder of all that a list with two recipients makes, one of them with a password."""
    folder.mkdir()
    content = copied(folder)
    (content / "letter.yaml").write_bytes(starter_files()["letter.yaml"])
    listed = folder / "名簿.csv"
    rows = f"番号,氏名,所属,パスワード\n012,髙﨑　花子,議会,\n013,佐藤,議会,{PASSWORD}\n"
    listed.write_text(rows, encoding="utf-8-sig")
    output = folder / "配布"
    options = ("--watermark", "--letter", "-o", str(output))
    assert main(["distribute", str(listed), str(content), *options]) == 0
    return output


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory) -> Mapping[tuple[str, str], list[str]]:
    """What every file fails, asked for all of them at once."""
    folder = tmp_path_factory.mktemp("verapdf")
    asked: dict[tuple[str, str], Path] = {}

    def ask(name: str, data: bytes, flavours: tuple[str, ...]) -> None:
        path = folder / f"{len(asked)}.pdf"
        path.write_bytes(data)
        asked.update(((name, flavour), path) for flavour in flavours)

    for town, made in MADE:
        ask(f"{town}: {made}", file_of(town, made), CLAIMS[made][1])
    for name, cids in PACKS.items():
        ask(name, with_a_pack(folder / name, cids), ("ua1", "3a"))
    output = handed_out(folder / "handed out")
    for name, (file, flavours) in HANDED_OUT.items():
        ask(name, (output / file).read_bytes(), flavours)
    ask(PROTECTED, (output / HANDED_OUT[PROTECTED][0]).read_bytes(), ("3a",))
    ask("a signed copy", signed_copy(), ("ua1", "3a"))
    for name in ("good", *MUTANTS):
        ask(name, mutant(name), ("ua1", "3a"))
    return failed_rules(asked, {PROTECTED: PASSWORD})


@pytest.mark.parametrize(("town", "made"), MADE)
def test_every_claim_holds(
    rules: Mapping[tuple[str, str], list[str]], town: str, made: str
) -> None:
    assert {flavour: rules[f"{town}: {made}", flavour] for flavour in CLAIMS[made][1]} == {
        flavour: [] for flavour in CLAIMS[made][1]
    }


@pytest.mark.parametrize("name", PACKS)
def test_a_face_with_cff_outlines_breaks_no_claim(
    rules: Mapping[tuple[str, str], list[str]], name: str
) -> None:
    assert (rules[name, "ua1"], rules[name, "3a"]) == ([], [])


@pytest.mark.parametrize("name", HANDED_OUT)
def test_what_is_handed_out_is_what_it_claims(
    rules: Mapping[tuple[str, str], list[str]], name: str
) -> None:
    _, flavours = HANDED_OUT[name]
    assert {flavour: rules[name, flavour] for flavour in flavours} == {
        flavour: [] for flavour in flavours
    }


def test_a_protected_copy_is_no_pdf_a_and_does_not_say_so(
    rules: Mapping[tuple[str, str], list[str]],
) -> None:
    failed = rules[PROTECTED, "3a"]
    assert [rule.partition("\t")[0] for rule in failed] == PDF_A_ALONE


def test_a_signature_breaks_no_claim(rules: Mapping[tuple[str, str], list[str]]) -> None:
    assert (rules["a signed copy", "ua1"], rules["a signed copy", "3a"]) == ([], [])


@pytest.mark.parametrize("name", MUTANTS)
def test_a_spoilt_file_is_refused(rules: Mapping[tuple[str, str], list[str]], name: str) -> None:
    by_them = bool(rules[name, "ua1"] or rules[name, "3a"])
    by_us = bool(preflight(mutant(name), FOR_SCREEN))
    assert (by_them, by_us) == (name not in OURS_ALONE, name not in THEIRS_ALONE)


def test_a_file_that_is_only_saved_again_is_still_good(
    rules: Mapping[tuple[str, str], list[str]],
) -> None:
    assert (rules["good", "ua1"], rules["good", "3a"]) == ([], [])
    assert preflight(mutant("good"), FOR_SCREEN) == ()
