from __future__ import annotations

import zipfile
from pathlib import Path

import offline_kit


def test_the_lock_for_windows_names_one_release_of_each_package() -> None:
    lock = offline_kit.lock_for(offline_kit.WINDOWS)
    names = [line.split("==")[0] for line in lock.splitlines() if not line.startswith(" ")]
    assert len(names) == len(set(names))
    assert {"matplotlib", "numpy", "pillow", "pyyaml", "reportlab", "uharfbuzz"} <= set(names)


def test_a_package_for_another_python_is_left_out_of_the_lock() -> None:
    older = offline_kit.WINDOWS | {"python_full_version": "3.11.0", "python_version": "3.11"}
    assert "numpy==2.4" in offline_kit.lock_for(older)
    assert "numpy==2.4" not in offline_kit.lock_for(offline_kit.WINDOWS)


def test_the_lock_for_windows_keeps_every_hash_and_asks_no_marker() -> None:
    lock = offline_kit.lock_for(offline_kit.WINDOWS)
    assert ";" not in lock
    for entry in lock.replace(" \\\n", " ").splitlines():
        assert "--hash=sha256:" in entry, entry


def test_the_lock_for_those_who_sign_is_the_other_and_what_signing_needs() -> None:
    def packages(lock: Path) -> set[str]:
        text = offline_kit.lock_for(offline_kit.WINDOWS, lock)
        return {line.split(" ")[0] for line in text.splitlines() if not line.startswith(" ")}

    usual, more = packages(offline_kit.LOCK), packages(offline_kit.LOCK_TO_SIGN)
    assert usual < more
    assert {name.split("==")[0] for name in more - usual} >= {"pyhanko", "cryptography"}


def a_kit(tmp_path: Path) -> dict[str, bytes]:
    wheels = tmp_path / "wheels"
    wheels.mkdir()
    (wheels / "budoux-1-py3-none-any.whl").write_bytes(b"budoux")
    own = tmp_path / "strategy_report-0.1.0-py3-none-any.whl"
    own.write_bytes(b"own")
    return offline_kit.kit_files(own, wheels, "budoux==1\n")


def test_the_kit_holds_what_an_officer_needs(tmp_path: Path) -> None:
    assert sorted(a_kit(tmp_path)) == [
        "install.cmd",
        "requirements.txt",
        "strategy-report.cmd",
        "strategy_report-0.1.0-py3-none-any.whl",
        "wheels/budoux-1-py3-none-any.whl",
        "はじめに.txt",
        "手引き.md",
    ]


def test_notepad_sees_the_lines_and_the_characters_of_what_is_to_be_read(tmp_path: Path) -> None:
    kit = a_kit(tmp_path)
    for name in ("はじめに.txt", "手引き.md"):
        assert kit[name].startswith(b"\xef\xbb\xbf")
        assert kit[name].count(b"\r\n") == kit[name].count(b"\n") > 10


def test_the_installer_is_filled_in_and_in_the_console_s_own_encoding(tmp_path: Path) -> None:
    text = a_kit(tmp_path)["install.cmd"].decode("cp932")
    assert "{" not in text
    assert "py -3.12 -m venv" in text
    assert "strategy_report-0.1.0-py3-none-any.whl" in text


def test_no_character_of_the_installer_ends_in_a_byte_that_the_console_obeys(
    tmp_path: Path,
) -> None:
    r"""In CP932 the second byte of 表 is that of \, of ポ that of |."""
    text = a_kit(tmp_path)["install.cmd"].decode("cp932")
    obeyed = [c for c in text if not c.isascii() and c.encode("cp932")[-1] in b"\\|^&<>%!"]
    assert obeyed == []


def test_the_same_files_make_the_same_kit(tmp_path: Path) -> None:
    files = a_kit(tmp_path)
    first, second = tmp_path / "1" / "kit.zip", tmp_path / "2" / "kit.zip"
    for path in (first, second):
        path.parent.mkdir()
        offline_kit.write_kit(path, files)
    assert first.read_bytes() == second.read_bytes()
    with zipfile.ZipFile(first) as kit:
        assert kit.read("kit/install.cmd") == files["install.cmd"]
