"""Numbered copies for the recipients of a list, as an officer makes and traces them."""

from __future__ import annotations

import csv
import errno
import os
import sys
from hashlib import sha256
from io import StringIO
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pikepdf
import pytest
from kit.certificate import PASSPHRASE, certificate_file
from kit.commands import Run
from kit.content_folder import ContentFolder
from kit.golden import assert_golden
from kit.interrupted import calls_of, interrupted_at
from kit.pdf_text import opened, pdfium_text, read_aloud

from strategy_report.cli.main import main
from strategy_report.cli.progress_bar import ProgressBar
from strategy_report.content.init import starter_files
from strategy_report.inspection.for_screen import FOR_SCREEN
from strategy_report.inspection.preflight import preflight

GOLDEN = Path(__file__).parent / "golden"
LIST = "番号,氏名,所属\n001,山田　太郎,町議会\n002,髙﨑花子,\n"
PROTECTED = "番号,氏名,所属,パスワード\n001,山田太郎,町議会,\n002,佐藤花子,総務課,Kenroku-2024\n"
FILES = ("town-r6-001-山田　太郎.pdf", "town-r6-002-髙﨑花子.pdf")


@pytest.fixture
def listed(town: ContentFolder) -> ContentFolder:
    """The small town, with a list beside it."""
    Path("名簿.csv").write_bytes(LIST.encode("cp932"))
    return town


def unpacked(name: str) -> dict[str, bytes]:
    """Files by name, without the ZIP's one folder."""
    with ZipFile(name) as archive:
        names = archive.namelist()
        assert {entry.partition("/")[0] for entry in names} == {Path(name).stem}
        return {entry.partition("/")[2]: archive.read(entry) for entry in names}


def rows(manifest: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(manifest.decode("utf-8-sig"))))


def left_over() -> list[str]:
    return [path.name for path in Path().rglob(".*") if path.name.endswith((".part", ".lock"))]


def test_everyone_gets_a_copy_and_the_manifest_tells_which(listed: ContentFolder, run: Run) -> None:
    said = run("distribute", "名簿.csv", "-o", "配布.zip")
    assert (said.code, said.messages) == (0, "")
    assert said.out == "配布.zip を作りました（2冊。だれに何番を渡したかは 配布一覧.csv）。\n"
    files = unpacked("配布.zip")
    assert list(files) == [*FILES, "配布一覧.csv"]
    heads, *told = rows(files["配布一覧.csv"])
    for row, name in zip(told, FILES, strict=True):
        of = dict(zip(heads, row, strict=True))
        assert of["ファイル"] == name
        assert of["SHA-256"] == sha256(files[name]).hexdigest()
        assert of["バイト数"] == str(len(files[name]))
    # What a machine with another zlib would still write.
    kept = [
        [cell for place, cell in enumerate(row) if place not in (4, 5)] for row in (heads, *told)
    ]
    assert_golden("\n".join(map(",".join, kept)) + "\n", GOLDEN / "manifest.txt")


def test_every_page_of_a_copy_names_its_holder_and_no_listener_hears_of_it(
    listed: ContentFolder,
) -> None:
    assert main(["distribute", "名簿.csv", "-o", "配布.zip"]) == 0
    assert main(["build", "-o", "book.pdf"]) == 0
    copy, book = unpacked("配布.zip")[FILES[1]], Path("book.pdf").read_bytes()
    with opened(copy) as document:
        count = len(document.pages)
        assert str(document.trailer.Info.Keywords) == "配布番号 002"
    for page in range(count):
        more = set(pdfium_text(copy, page)) - set(pdfium_text(book, page))
        assert more == {"配布番号　002　髙﨑花子"}
    assert read_aloud(copy) == read_aloud(book)
    assert preflight(copy, FOR_SCREEN) == ()


def test_a_copy_gives_its_content_back_and_leads_to_its_edition(
    listed: ContentFolder, run: Run
) -> None:
    run("distribute", "名簿.csv", "-o", "配布")
    copy = f"配布/{FILES[0]}"
    assert run("extract", copy, "取り出した原稿").code == 0
    assert run("compare", copy, "content").code == 0
    listed.edit("edition.yaml", "report_name: 取組状況", "report_name: 実施状況")
    assert run("compare", copy, "content").code == 3


def test_the_same_input_gives_the_same_bytes(
    listed: ContentFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("一", "二"):
        Path(name).mkdir()
        assert main(["distribute", "名簿.csv", "-o", f"{name}/配布.zip"]) == 0
    first = Path("一/配布.zip").read_bytes()
    assert first == Path("二/配布.zip").read_bytes()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert main(["distribute", "名簿.csv", "-o", "配布.zip"]) == 0
    with ZipFile("配布.zip") as later, ZipFile("一/配布.zip") as earlier:
        assert {entry.date_time for entry in later.infolist()} == {(2023, 11, 14, 22, 13, 20)}
        assert {entry.date_time[:3] for entry in earlier.infolist()} == {(2024, 10, 1)}
        assert {entry.compress_type for entry in later.infolist()[:-1]} == {ZIP_STORED}


def test_the_watermark_names_the_holder_too(listed: ContentFolder) -> None:
    assert main(["distribute", "名簿.csv", "--watermark", "-o", "配布"]) == 0
    copy = Path("配布", FILES[1]).read_bytes()
    assert pdfium_text(copy, 1).count("配布番号　002　髙﨑花子") > 5
    assert preflight(copy, FOR_SCREEN) == ()


def test_only_a_password_opens_a_protected_copy_which_claims_less(
    listed: ContentFolder, run: Run
) -> None:
    Path("名簿.csv").write_text(PROTECTED, encoding="utf-8")
    said = run("distribute", "名簿.csv", "-o", "配布")
    assert "パスワードを付けた 1冊は、PDF/A ではありません" in said.out
    assert "残りの 1冊にはパスワードがなく、だれでも開けます。" in said.out
    name = "配布/town-r6-002-佐藤花子.pdf"
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(name)
    with pikepdf.open(name, password="Kenroku-2024") as document:
        assert (document.encryption.R, document.encryption.bits) == (6, 256)
        assert document.allow.accessibility
        assert document.allow.extract
        assert not document.allow.modify_other
        xmp = document.Root.Metadata.read_bytes().decode()
        assert str(document.trailer.Info.Keywords) == "配布番号 002"
    assert "pdfuaid:part>1<" in xmp
    assert "pdfaid:part" not in xmp
    _, open_, protected = rows(Path("配布/配布一覧.csv").read_bytes())
    assert (open_[6:8], protected[6:8]) == (
        ["PDF/UA-1・PDF/A-3a", "なし"],
        ["PDF/UA-1", "あり"],
    )
    assert "Kenroku" not in said.out + said.err + Path("配布/配布一覧.csv").read_text("utf-8-sig")


def test_without_data_a_copy_carries_nothing_and_says_so(listed: ContentFolder) -> None:
    assert main(["distribute", "名簿.csv", "--no-data", "-o", "配布"]) == 0
    with opened(Path("配布", FILES[0]).read_bytes()) as document:
        assert "/AF" not in document.Root
    assert rows(Path("配布/配布一覧.csv").read_bytes())[1][6] == "PDF/UA-1・PDF/A-2a"


def test_all_that_is_wrong_is_told_at_once_and_nothing_is_made(
    listed: ContentFolder, run: Run
) -> None:
    broken = "番号,氏名,所属\n1/2,山田*太郎,町議会\n3,𠮷田,町議会\n3,佐藤,町議会\n"
    Path("名簿.csv").write_text(broken.replace("3,佐藤", "4,佐藤"), encoding="utf-8")
    said = run("distribute", "名簿.csv")
    assert said.code == 1
    assert not Path("output").exists() or not list(Path("output").glob("*.zip"))
    assert_golden(said.messages, GOLDEN / "distribute.txt")
    Path("名簿.csv").write_text(broken, encoding="utf-8")
    listed.edit("edition.yaml", "reporting_year: R5", "reporting_year: 昨年")
    said = run("distribute", "名簿.csv")
    # The list's own faults and the content's.
    assert "DST011" in said.err
    assert "content/edition.yaml" in said.err


def test_an_existing_folder_is_refused_and_a_zip_is_replaced(
    listed: ContentFolder, run: Run
) -> None:
    Path("配布").mkdir()
    assert "FIL010" in run("distribute", "名簿.csv", "-o", "配布").err
    assert list(Path("配布").iterdir()) == []
    Path("配布.zip").write_bytes(b"old")
    assert run("distribute", "名簿.csv", "-o", "配布.zip").code == 0
    assert len(unpacked("配布.zip")) == 3


def test_copies_of_another_list_do_not_take_the_place_of_the_first(
    listed: ContentFolder, run: Run
) -> None:
    Path("審議会.csv").write_bytes(LIST.encode("cp932"))
    for name in ("名簿", "審議会"):
        made = f"output/town-r6-distribution-{name}.zip"
        assert run("distribute", f"{name}.csv").out.startswith(f"{made} を作りました")
        assert len(unpacked(made)) == 3


@pytest.mark.parametrize("name", [".", "/"])
def test_a_folder_without_a_name_of_its_own_is_refused(
    listed: ContentFolder, run: Run, name: str
) -> None:
    said = run("distribute", "名簿.csv", "-o", name)
    assert said.code == 2
    assert f"{Path(name) / 'まとめ.zip'} のように" in said.err
    assert sorted(path.name for path in Path().iterdir()) == ["content", "名簿.csv"]


@pytest.mark.parametrize("name", ["配布.zip", "配布"])
def test_a_full_disk_leaves_the_old_file_and_nothing_half_written(
    listed: ContentFolder, run: Run, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    if name.endswith(".zip"):
        Path(name).write_bytes(b"old")

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "no space")

    monkeypatch.setattr(os, "fsync", full)
    said = run("distribute", "名簿.csv", "-o", name)
    assert said.code == 1
    assert "FIL002" in said.err
    assert Path(name).exists() == name.endswith(".zip")
    assert not Path(name).exists() or Path(name).read_bytes() == b"old"
    assert left_over() == []


def test_ctrl_c_at_any_moment_leaves_all_or_nothing(
    listed: ContentFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["distribute", "名簿.csv", "-o", "配布.zip"]
    main(arguments)
    whole = Path("配布.zip").read_bytes()
    calls = calls_of(lambda: main(arguments))
    for point in (3, 9, 13, 15, 17):
        Path("配布.zip").write_bytes(b"old")
        assert interrupted_at(calls * point // 18, lambda: main(arguments)) == 130
        assert Path("配布.zip").read_bytes() in (b"old", whole)
        assert "Traceback" not in capsys.readouterr().err
        assert left_over() == []


def with_letter(town: ContentFolder, old: str = "", new: str = "") -> None:
    """The sample's letter in the town's content, *old* in it changed to *new*."""
    text = starter_files()["letter.yaml"].decode()
    assert old in text
    town.write("letter.yaml", text.replace(old, new))


def test_a_letter_goes_along_with_each_copy(listed: ContentFolder, run: Run) -> None:
    with_letter(listed)
    assert run("distribute", "名簿.csv", "--letter", "-o", "配布.zip").code == 0
    files = unpacked("配布.zip")
    letters = [name.replace(".pdf", "-送付状.pdf") for name in FILES]
    both = [FILES[0], letters[0], FILES[1], letters[1]]
    assert list(files) == [*both, "送付状（全員）.pdf", "配布一覧.csv"]
    heads, *told = rows(files["配布一覧.csv"])
    assert [row[heads.index("送付状")] for row in told] == letters
    first, second = (pdfium_text(files[name]) for name in letters)
    assert first[2:4] == ["町議会", "山田　太郎　様"]
    assert second[2] == "髙﨑花子　様"
    assert "1部（配布番号 002）" in "".join(second)
    with opened(files[letters[0]]) as document:
        assert len(document.pages) == 1
        assert str(document.trailer.Info.Title) == "第1次見本町総合戦略　取組状況の送付について"
    assert preflight(files[letters[0]], FOR_SCREEN) == ()
    assert "見出し1　第1次見本町総合戦略　取組状況の送付について" in read_aloud(files[letters[1]])


def test_all_letters_can_be_printed_from_one_file(listed: ContentFolder, run: Run) -> None:
    with_letter(listed)
    assert "送付状（全員）.pdf" in run("distribute", "名簿.csv", "--letter", "-o", "配布").out
    data = Path("配布/送付状（全員）.pdf").read_bytes()
    names = [name.removesuffix(".pdf") for name in FILES]
    for page, name in enumerate(names):
        alone = Path(f"配布/{name}-送付状.pdf").read_bytes()
        assert pdfium_text(data, page) == pdfium_text(alone)
    with opened(data) as document:
        assert len(document.pages) == 2
        first = document.Root.Outlines.First
        assert [str(one.Title) for one in (first, first.Next)] == [
            "001　山田　太郎",
            "002　髙﨑花子",
        ]
    assert preflight(data, FOR_SCREEN) == ()
    assert read_aloud(data).count("見出し1　") == 2


def test_the_letter_is_the_offices_and_goes_along_in_no_file(
    listed: ContentFolder, run: Run
) -> None:
    with_letter(listed, "見本　太郎", "秘密　太郎")
    said = run("build", "-o", "book.pdf")
    assert "letter.yaml" not in said.out + said.err
    with opened(Path("book.pdf").read_bytes()) as document:
        plan = document.attachments["plan.yaml"].get_file().read_bytes().decode()
    assert "秘密" not in plan


@pytest.mark.parametrize(
    ("old", "new", "code", "place"),
    [
        ("{number}", "{banngou}", "TXT004", "content/letter.yaml:26"),
        ("1部をお送りします", "${nothing.R6}", "DST015", "content/letter.yaml:21"),
        ("時下ますます", "時下ますます" * 250, "DST016", "content/letter.yaml:20"),
        ("御清栄", "御𠮷栄", "FNT001", "content/letter.yaml:20"),
    ],
)
def test_a_letter_that_cannot_be_told_is_told_with_its_place(
    listed: ContentFolder, run: Run, old: str, new: str, code: str, place: str
) -> None:
    with_letter(listed, old, new)
    said = run("distribute", "名簿.csv", "--letter", "-o", "配布.zip")
    assert said.code == 1
    assert f"エラー {code} " in said.err
    assert place in said.err
    assert not Path("配布.zip").exists()


def test_without_a_letter_the_guide_is_named(listed: ContentFolder, run: Run) -> None:
    said = run("distribute", "名簿.csv", "--letter")
    assert "FILE011" in said.err
    assert "init で作った見本" in said.err


def test_copies_are_signed_with_the_towns_certificate(listed: ContentFolder, run: Run) -> None:
    Path("名簿.csv").write_text(PROTECTED, encoding="utf-8")
    Path("town.p12").write_bytes(certificate_file())
    Path("秘密.txt").write_text(PASSPHRASE + "\n", encoding="utf-8")
    signs = ("--sign", "town.p12", "--passphrase", "秘密.txt")
    said = run("distribute", "名簿.csv", *signs, "-o", "配布")
    assert said.code == 0
    assert "「見本町長」の証明書（2099-03-31 まで）で署名しました。" in said.out
    heads, *told = rows(Path("配布/配布一覧.csv").read_bytes())
    assert [row[heads.index("署名")] for row in told] == ["あり", "あり"]
    signed = Path("配布/town-r6-001-山田太郎.pdf").read_bytes()
    assert b"/ETSI.CAdES.detached" in signed
    assert preflight(signed, FOR_SCREEN) == ()


def test_a_passphrase_is_asked_for_on_a_terminal_alone(
    listed: ContentFolder, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("town.p12").write_bytes(certificate_file())
    said = run("distribute", "名簿.csv", "--sign", "town.p12", "-o", "配布")
    assert (said.code, "DST018" in said.err, "--passphrase" in said.err) == (1, True, True)
    assert "DST018" in run("distribute", "名簿.csv", "--sign", "none.p12").err
    monkeypatch.setattr(sys, "stdin", _Terminal())
    monkeypatch.setattr("strategy_report.cli.certificate.getpass", lambda _: PASSPHRASE)
    assert run("distribute", "名簿.csv", "--sign", "town.p12", "-o", "配布").code == 0


class _Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_shows_how_many_are_done(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = _Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    bar = ProgressBar(4, "冊")
    for done in range(1, 5):
        bar.tell(done)
    bar.close()
    shown = terminal.getvalue()
    assert shown.split("\r")[2] == "[###############...............] 2/4冊"
    assert shown.endswith("[##############################] 4/4冊\n")


def test_a_file_gets_no_bar(capsys: pytest.CaptureFixture[str]) -> None:
    bar = ProgressBar(2, "冊")
    bar.tell(1)
    bar.close()
    assert capsys.readouterr().err == ""
