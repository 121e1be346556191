"""A cache knows or does not know; it never lies and never fails."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from strategy_report.store.cache import Cache


def only_file(folder: Path) -> Path:
    (path,) = folder.iterdir()
    return path


def test_what_was_put_is_found_by_another_run(tmp_path: Path) -> None:
    Cache(tmp_path / "cache").put("chart-1", b"drawing")
    assert Cache(tmp_path / "cache").get("chart-1") == b"drawing"


def test_what_was_never_put_is_not_known(tmp_path: Path) -> None:
    assert Cache(tmp_path / "cache").get("chart-1") is None
    assert not (tmp_path / "cache").exists()


def test_the_last_put_holds(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("chart-1", b"old")
    cache.put("chart-1", b"new")
    assert cache.get("chart-1") == b"new"


@pytest.mark.parametrize("place", [0, 30, 60, -1])
def test_an_altered_byte_makes_an_entry_unknown(tmp_path: Path, place: int) -> None:
    cache = Cache(tmp_path)
    cache.put("chart-1", b"drawing" * 10)
    content = bytearray(only_file(tmp_path).read_bytes())
    content[place] ^= 1
    only_file(tmp_path).write_bytes(content)
    assert cache.get("chart-1") is None
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("length", [0, 10, 56, 60])
def test_an_entry_that_was_cut_off_is_unknown(tmp_path: Path, length: int) -> None:
    cache = Cache(tmp_path)
    cache.put("chart-1", b"drawing" * 10)
    only_file(tmp_path).write_bytes(only_file(tmp_path).read_bytes()[:length])
    assert cache.get("chart-1") is None


def test_an_entry_under_the_name_of_another_is_unknown(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("chart-1", b"one")
    one = only_file(tmp_path)
    content = one.read_bytes()
    one.unlink()
    cache.put("chart-2", b"two")
    only_file(tmp_path).write_bytes(content)
    assert cache.get("chart-2") is None


def test_the_entries_used_longest_ago_go_first(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    for moment, key in enumerate(("used", "forgotten", "other")):
        before = set(tmp_path.iterdir())
        cache.put(key, bytes(1000))
        (path,) = set(tmp_path.iterdir()) - before
        os.utime(path, (moment, moment))
    cache.get("used")
    small = Cache(tmp_path, most_bytes=3500)
    small.put("new", bytes(1000))
    known = [key for key in ("used", "forgotten", "other", "new") if small.get(key)]
    assert known == ["used", "other", "new"]


def test_a_folder_that_cannot_be_made_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    cache = Cache(tmp_path / "file" / "cache")
    cache.put("chart-1", b"drawing")
    assert cache.get("chart-1") is None


def test_a_folder_that_may_not_be_written_still_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Cache(tmp_path).put("chart-1", b"drawing")

    def refuse(*_args: object, **_named: object) -> None:
        raise PermissionError(13, "read-only")

    monkeypatch.setattr(os, "utime", refuse)
    monkeypatch.setattr(Path, "write_bytes", refuse)
    cache = Cache(tmp_path)
    cache.put("chart-2", b"drawing")
    assert (cache.get("chart-1"), cache.get("chart-2")) == (b"drawing", None)
