"""`strategy-report build`, once: what is made, what is said, what stays."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from kit.commands import Run
from kit.content_folder import ContentFolder

from strategy_report.cli import build as build_verb
from strategy_report.cli.progress import Progress

PDF = Path("output/town-r6.pdf")


@pytest.mark.usefixtures("town")
def test_a_good_build_is_told_in_three_lines(run: Run) -> None:
    said = run("build")
    assert (said.code, said.messages) == (0, "")
    made, noticed, link = said.out.splitlines()
    assert re.fullmatch(
        r"output/town-r6\.pdf を作りました（4ページ、\d+ KB、\d+\.\d\d 秒）。", made
    )
    assert noticed == "気づいたこと: お知らせ 1件（内容は --notes で出ます）。"
    size = made.split("、")[1].replace(" ", "")
    assert link == f"ウェブページに載せるとき: 第1次見本町総合戦略 取組状況（PDF形式 {size}）"
    assert PDF.read_bytes().startswith(b"%PDF-")


@pytest.mark.usefixtures("town")
def test_notes_are_said_where_they_are_asked_for(run: Run) -> None:
    assert "お知らせ PAG003 写真「親子交流広場」" in run("build", "--notes").err


def test_warnings_do_not_keep_the_booklet_back(town: ContentFolder, run: Run) -> None:
    town.edit("edition.yaml", "issuer: 見本町", "issuer: 見本町 #企画課")
    said = run("build")
    assert said.code == 0
    assert "content/edition.yaml:7:12: 注意 YAML030" in said.messages
    assert said.out.splitlines()[1].startswith("気づいたこと: 注意 1件、お知らせ 1件")


def test_an_error_makes_nothing_and_keeps_what_was_made(town: ContentFolder, run: Run) -> None:
    run("build")
    before = PDF.read_bytes()
    town.edit("goals/1.yaml", "R5: 1243", "R5: 1,243")
    said = run("build")
    assert (said.code, said.out) == (1, "")
    assert "直し方: カンマを取って 1243 と書いてください" in said.messages
    assert said.messages.endswith("PDF は作りませんでした（エラー 1件）。\n")
    assert PDF.read_bytes() == before
    assert sorted(path.name for path in PDF.parent.glob("*.pdf")) == [PDF.name]


@pytest.mark.usefixtures("town")
def test_place_and_name_are_chosen_with_o(run: Run) -> None:
    said = run("build", "content", "-o", "公開用/冊子 第1版.pdf")
    assert said.code == 0
    assert Path("公開用/冊子 第1版.pdf").is_file()
    assert not PDF.exists()


@pytest.mark.usefixtures("town")
def test_an_output_that_is_a_folder_is_a_usage_error(run: Run) -> None:
    Path("公開用").mkdir()
    said = run("build", "-o", "公開用")
    assert said.code == 2
    assert said.messages.splitlines()[0] == (
        "命令の書き方が違います: 公開用 はフォルダーです。"
        "公開用/冊子.pdf のように、PDF の名前まで書いてください。"
    )


def test_an_output_that_is_no_pdf_cannot_cost_a_file(town: ContentFolder, run: Run) -> None:
    before = town.read("edition.yaml")
    said = run("build", "-o", "content/edition.yaml")
    assert said.code == 2
    assert "content/edition.pdf のように、.pdf で終わる名前に" in said.messages
    assert town.read("edition.yaml") == before


@pytest.mark.usefixtures("town")
def test_an_output_below_a_file_is_explained(run: Run) -> None:
    Path("公開用").write_text("", encoding="utf-8")
    said = run("build", "-o", "公開用/冊子.pdf")
    assert said.code == 1
    assert "FIL004" in said.messages
    # No file of that name ever was: nothing is said of an old one.
    assert "前のまま" not in said.messages


@pytest.mark.parametrize(
    ("make", "what"),
    [
        (lambda _: None, "原稿のフォルダー「原稿」がありません。"),
        (
            lambda path: path.write_text("", encoding="utf-8"),
            "「原稿」はフォルダーではなくファイル",
        ),
        (lambda path: path.mkdir(), "「原稿」には原稿（edition.yaml、plan.yaml、wording.yaml）が"),
    ],
    ids=["missing", "a file", "empty"],
)
def test_a_folder_that_holds_no_content_is_explained(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    run: Run,
    make: Callable[[Path], object],
    what: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    make(tmp_path / "原稿")
    said = run("build", "原稿")
    assert said.code == 1
    assert said.messages.startswith(f"エラー FILE010 {what}")
    assert said.messages.count("エラー") == 2  # the message, and the count


@pytest.mark.usefixtures("town")
def test_the_folder_above_the_content_is_recognised(tmp_path: Path, run: Run) -> None:
    said = run("build", str(tmp_path))
    assert f"直し方: 原稿は 「{tmp_path}/content」 にあります。" in said.messages


@pytest.mark.parametrize(
    ("place", "given", "fix"),
    [
        ("content", "content", "いまいるところが原稿のフォルダーの中です。「cd ..」と打って"),
        ("content/goals", "content", "「cd ../..」と打って外に出てから"),
        (".", "Contents", '原稿は 「content」、「"去年 の"」 にあります。'),
        (".", "content/plan.yaml", "「content」と書いてください。"),
        ("空", "content", "/空 の中を探しました。原稿のあるところで打つか、"),
    ],
)
def test_who_stands_in_the_wrong_folder_is_told_the_way(
    place: str,
    given: str,
    fix: str,
    town: ContentFolder,
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    town.write("../去年 の/edition.yaml", "id: a\n")
    (town.path.parent / "空").mkdir()
    monkeypatch.chdir(town.path.parent / place)
    said = run("build", given)
    assert said.code == 1
    assert f"{fix}" in said.messages.partition("直し方: ")[2]


def test_a_file_that_may_not_be_read_is_named(
    town: ContentFolder, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "plan.yaml":
            raise PermissionError(13, "Permission denied")
        return whole(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    said = run("build")
    assert said.code == 1
    assert "content/plan.yaml:1:1: エラー FILE011" in said.messages
    assert "Permission" not in said.messages


@pytest.mark.usefixtures("town")
@pytest.mark.parametrize(
    ("verb", "epoch"),
    [
        *(("build", epoch) for epoch in ("昨日", "-1", "1e9", "99999999999999999")),
        *((verb, "昨日") for verb in ("release", "impose", "handoff")),
    ],
)
def test_a_wrong_date_in_the_environment_is_a_usage_error(
    run: Run, monkeypatch: pytest.MonkeyPatch, verb: str, epoch: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    said = run(verb)
    assert said.code == 2
    assert said.messages.startswith("環境変数 SOURCE_DATE_EPOCH は、")


def test_steps_are_said_once_it_takes_long(capsys: pytest.CaptureFixture[str]) -> None:
    progress = Progress(quiet_seconds=0)
    with progress:
        progress.tell("原稿を読んでいます")
        progress.wait()
        progress.tell("紙面を組んでいます")
    assert capsys.readouterr().err == "原稿を読んでいます…\n紙面を組んでいます…\n"


def test_steps_are_not_said_where_it_is_quick(capsys: pytest.CaptureFixture[str]) -> None:
    with Progress() as progress:
        progress.tell("原稿を読んでいます")
    assert capsys.readouterr().err == ""


def test_what_a_build_writes_is_not_what_watch_looks_at(town: ContentFolder) -> None:
    before = build_verb.stamps(town.path)
    (town.path / "冊子.pdf").write_bytes(b"%PDF-")
    assert build_verb.stamps(town.path) == before
    town.write("photos/hiroba.jpg", b"\xff\xd8")
    assert build_verb.stamps(town.path) != before
