"""A photo's path stays in the photo folder."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from strategy_report.images.photo_path import resolve_photo
from strategy_report.images.problem import PhotoProblem


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    """A photo folder with a few files, and a file beside it that must not be reached."""
    (tmp_path / "secret.jpg").write_bytes(b"secret")
    folder = tmp_path / "photos"
    (folder / "goal-1").mkdir(parents=True)
    for name in ("祭り.jpg", "goal-1/harbour.png", "Bridge.JPG"):
        (folder / name).write_bytes(b"photo")
    return folder


def refusal(photos: Path, written: str) -> PhotoProblem:
    found = resolve_photo(photos, written)
    assert isinstance(found, PhotoProblem), found
    return found


@pytest.mark.parametrize("written", ["祭り.jpg", "goal-1/harbour.png", "Bridge.JPG"])
def test_a_name_below_the_folder_is_found(photos: Path, written: str) -> None:
    assert resolve_photo(photos, written) == photos.resolve() / written


@pytest.mark.parametrize(
    "written",
    [
        "../secret.jpg",
        "goal-1/../../secret.jpg",
        "goal-1/..",
        "/etc/passwd",
        "~/secret.jpg",
        "//host/share/x.jpg",
        r"\\host\share\x.jpg",
        "C:/Users/x.jpg",
        "C:x.jpg",
        "祭り.jpg:stream",
        "file:///etc/passwd",
        "https://example.jp/x.jpg",
        r"goal-1\harbour.png",
        "CON",
        "goal-1/nul.jpg",
        "COM1.png",
        "",
        ".",
        "goal-1/",
        "goal-1//harbour.png",
        " 祭り.jpg",
        "祭り.jpg.",
        "祭り.jpg\0.png",
        "祭り\u202egpj.jpg",
    ],
)
def test_whatever_could_lead_elsewhere_is_refused(photos: Path, written: str) -> None:
    found = refusal(photos, written)
    assert found.code == "IMG001"
    assert found.fix


def test_backslashes_are_put_right(photos: Path) -> None:
    assert "「goal-1/harbour.png」" in refusal(photos, r"goal-1\harbour.png").fix


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights that offices do not give")
def test_links_do_not_lead_out(photos: Path) -> None:
    (photos / "link.jpg").symlink_to(photos.parent / "secret.jpg")
    (photos / "up").symlink_to(photos.parent, target_is_directory=True)
    (photos / "inside.jpg").symlink_to(photos / "祭り.jpg")
    for written in ("link.jpg", "up/secret.jpg", "inside.jpg"):
        assert refusal(photos, written).code == "IMG001"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps pipes elsewhere")
def test_a_pipe_is_no_photo(photos: Path) -> None:
    os.mkfifo(photos / "pipe.jpg")
    assert refusal(photos, "pipe.jpg").code == "IMG003"


def test_a_folder_is_no_photo(photos: Path) -> None:
    (photos / "folder.jpg").mkdir()
    assert refusal(photos, "folder.jpg").code == "IMG003"


@pytest.mark.parametrize("written", ["計画.pdf", "goal-1/harbour.heic", "harbour"])
def test_other_kinds_of_files_are_refused_by_their_ending(photos: Path, written: str) -> None:
    found = refusal(photos, written)
    assert found.code == "IMG005"
    assert "JPEG（.jpg）" in found.fix


def test_an_ending_in_full_width_is_none_that_was_forgotten(photos: Path) -> None:
    assert refusal(photos, "祭り．ｊｐｇ").what == "写真「祭り．ｊｐｇ」の種類は使えません。"
    assert "ありません" in refusal(photos, "祭り").what


def test_a_missing_photo_is_told_with_those_there_are(photos: Path) -> None:
    found = refusal(photos, "matsuri.jpg")
    assert found.code == "IMG002"
    assert found.fix.startswith("photos/ に入れるか、file: の行を消してください")
    assert found.fix.endswith("いまある写真は Bridge.JPG, 祭り.jpg です。")


def test_other_capitals_are_no_match_since_they_are_none_elsewhere(photos: Path) -> None:
    if (photos / "bridge.jpg").exists():
        pytest.skip("this file system does not tell capitals apart")
    assert "「Bridge.JPG」" in refusal(photos, "bridge.jpg").fix


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("photos/祭り.jpg", "祭り.jpg"),
        ("祭り.jpeg", "祭り.jpg"),
        ("ｂｒｉｄｇｅ.jpg", "Bridge.JPG"),
        ("Brigde.JPG", "Bridge.JPG"),
        ("Goal-1/Harbour.png", "goal-1/harbour.png"),
        ("harbour.jpg", "goal-1/harbour.png"),
    ],
)
def test_a_name_with_a_slip_is_answered_with_the_one_that_was_meant(
    written: str, meant: str, photos: Path
) -> None:
    assert refusal(photos, written).fix.startswith(f"「{meant}」ではありませんか。")


def test_a_decomposed_name_from_macos_is_found(photos: Path) -> None:
    decomposed = photos / "か\u3099.jpg"
    decomposed.write_bytes(b"photo")
    found = resolve_photo(photos, "が.jpg")
    assert isinstance(found, Path)
    assert found.samefile(decomposed)
