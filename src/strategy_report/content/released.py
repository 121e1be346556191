"""Released editions: frozen beside the content they came from, and told by a ledger.

Each stands whole in ``released/<edition>/``: the content as it was, which loads like any other,
and in ``release/`` the record, the book as text and the file. ``released/ledger.yaml`` repeats the
records for people; it is made anew from them at every release.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path

from strategy_report.content.folder_files import (
    LETTER_FILE,
    RELEASED,
    content_files,
    text_files,
)
from strategy_report.content.kinds import Listed, Whole, Word
from strategy_report.content.printer_file import FOLDER as PRINTERS
from strategy_report.content.record import Entries, Field, Record
from strategy_report.content.report import Report
from strategy_report.content.yaml_tree import parse_yaml
from strategy_report.core.value import Value
from strategy_report.fonts.packs import FONTS
from strategy_report.images.photo_path import PHOTOS, resolve_photo
from strategy_report.model.plan import Plan

LEDGER = "ledger.yaml"
INSIDE = "release"
RECORD = f"{INSIDE}/record.yaml"
DUMP = f"{INSIDE}/dump.txt"
_SHAPE_NO_PAGE = (LETTER_FILE, f"{PRINTERS}/")

_HEAD = "# 発行の記録。strategy-report release が書きました。直さないでください。\n"


class Output(Value):
    """A file that was released."""

    file: str
    sha256: str


class ReleasedChange(Value):
    """What was changed since the release before, as the ledger tells it."""

    what: str
    kind: str
    reason: str
    approved_by: str


class Release(Value):
    """What the ledger says of one edition.

    Attributes:
        number: 1 for the first release, and so on.
        code: stands in the colophon and the foot of its copies.
        contents: the files that it was made of; empty in records of before they were listed.
    """

    number: int
    edition: str
    id: str
    date: str
    status: str
    code: str = ""
    outputs: tuple[Output, ...] = ()
    changes: tuple[ReleasedChange, ...] = ()
    contents: tuple[Output, ...] = ()


class Frozen(Value):
    """A released edition and the folder it stands in."""

    release: Release
    folder: Path


def releases_of(content: Path) -> tuple[Frozen, ...]:
    """The released editions of a content folder, first to last; unreadable records left out."""
    found = []
    for path in records_of(content):
        release = _read(path)
        if release is not None:
            found.append(Frozen(release=release, folder=path.parent.parent))
    return tuple(sorted(found, key=lambda frozen: frozen.release.number))


def records_of(content: Path) -> tuple[Path, ...]:
    """The records of all released editions, also of those that `releases_of` cannot read.

    A hidden folder is what a release was killed in the midst of, and none.
    """
    found = (content / RELEASED).glob(f"*/{RECORD}")
    return tuple(sorted(path for path in found if not path.parent.parent.name.startswith(".")))


def frozen_of(folder: Path) -> Frozen | None:
    """The released edition that stands in *folder*; None where none can be read there."""
    release = _read(folder / RECORD) if is_released(folder) else None
    return None if release is None else Frozen(release=release, folder=folder)


def altered_files(frozen: Frozen) -> tuple[str, ...]:
    """The files of a released edition that are no longer as they were, are gone, or are new.

    A letter and the conditions of printing houses shape no page: they may come later.
    """
    was = {one.file: one.sha256 for one in frozen.release.contents}
    if not was:
        return ()
    photos = (name.removeprefix(f"{PHOTOS}/") for name in was if name.startswith(f"{PHOTOS}/"))
    found = frozen_files(frozen.folder, photos)
    now = {one.file: one.sha256 for one in contents_of(found)}
    return tuple(
        name
        for name in sorted(was.keys() | now.keys())
        if was.get(name) != now.get(name) and not name.startswith(_SHAPE_NO_PAGE)
    )


def contents_of(files: Mapping[str, bytes]) -> tuple[Output, ...]:
    """*files* as a record lists them; how lines of text end does not count."""
    return tuple(
        Output(
            file=name,
            sha256=digest(data.replace(b"\r\n", b"\n") if name.endswith(".yaml") else data),
        )
        for name, data in sorted(files.items())
    )


def ledger_of(content: Path) -> bytes:
    """The ledger as it stands; empty where there is none."""
    ledger = content / RELEASED / LEDGER
    return ledger.read_bytes() if ledger.is_file() else b""


def dump_of(folder: Path) -> str | None:
    """The pages of a released edition as they were printed; None of any other folder."""
    path = folder / DUMP
    return path.read_text(encoding="utf-8") if path.is_file() else None


def is_released(folder: Path) -> bool:
    """Whether *folder* is a released edition."""
    return (folder / RECORD).is_file()


def photo_digests(folder: Path, plan: Plan) -> dict[str, str]:
    """Of each photograph's file and how it is cut, by its id; of the cover picture by "cover"."""
    shown = [(p.id, p.file, p.focus) for goal in plan.goals for p in goal.photos]
    if plan.look is not None:
        shown.append(("cover", plan.look.picture, plan.look.focus))
    files = {
        name: (resolve_photo(folder / PHOTOS, file), focus)
        for name, file, focus in shown
        if file is not None
    }
    return {
        name: digest(file.read_bytes() + repr(focus).encode())
        for name, (file, focus) in files.items()
        if isinstance(file, Path)
    }


def frozen_files(content: Path, photos: Iterable[str]) -> dict[str, bytes]:
    """The files of a content folder that an edition is made of, by their path in it.

    Faces of the town's own and the conditions of printing houses are among them: without, it
    could not be set or printed again.
    """
    kept = (
        path
        for folder in (FONTS, PRINTERS)
        for path in content_files(content / folder, "**/*")
        if path.is_file()
    )
    paths = (*text_files(content), *kept)
    files = {path.relative_to(content).as_posix(): path for path in paths}
    for name in photos:
        photo = resolve_photo(content / PHOTOS, name)
        if isinstance(photo, Path):
            files[f"{PHOTOS}/{name}"] = photo
    return {name: path.read_bytes() for name, path in files.items()}


def digest(data: bytes) -> str:
    return sha256(data).hexdigest()


def record_text(release: Release) -> str:
    """The record of one release as a YAML file; alone it lists what the edition was made of."""
    made_of = [{"file": one.file, "sha256": one.sha256} for one in release.contents]
    lines = [*_record_lines(release), *(("contents:", *_listed(made_of)) if made_of else ())]
    return _HEAD + "\n".join(lines) + "\n"


def ledger_text(releases: Iterable[Release]) -> str:
    """All records, one under the other, newest last."""
    parts = []
    for release in releases:
        lines = _record_lines(release)
        parts.append("\n".join(["- " + lines[0], *("  " + line for line in lines[1:])]))
    return _HEAD + "\n".join(parts) + "\n"


def _record_lines(release: Release) -> list[str]:
    lines = [
        f"number: {release.number}",
        *(
            f"{key}: {_quoted(getattr(release, key))}"
            for key in ("edition", "id", "date", "status", "code")
        ),
        "outputs:",
        *_listed([{"file": one.file, "sha256": one.sha256} for one in release.outputs]),
    ]
    if release.changes:
        keys = ("what", "kind", "reason", "approved_by")
        changes = [{key: getattr(one, key) for key in keys} for one in release.changes]
        lines += ["changes:", *_listed(changes)]
    return lines


def _listed(items: Iterable[Mapping[str, str]]) -> list[str]:
    lines = []
    for item in items:
        marks = ["  - ", *("    " for _ in range(len(item) - 1))]
        lines += [
            f"{mark}{key}: {_quoted(value)}"
            for mark, (key, value) in zip(marks, item.items(), strict=True)
        ]
    return lines


def _quoted(text: str) -> str:
    # A JSON string is a YAML string in double quotes.
    return json.dumps(text, ensure_ascii=False)


def _read(path: Path) -> Release | None:
    report = Report()
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    root = parse_yaml(text, path.name, report)
    release = None if root is None else RELEASE.read(root, report)
    return release if isinstance(release, Release) else None


def _release(entries: Entries) -> Release:
    return Release(**entries.given(*(field.key for field in RELEASE.fields)))


def _change(entries: Entries) -> ReleasedChange:
    return ReleasedChange(**{field.key: entries.get(field.key, "") for field in _CHANGE.fields})


_OUTPUT = Record(
    "ファイル",
    (
        Field("file", Word(), "ファイルの名前", needed=True),
        Field("sha256", Word(), "中身から計算した値", needed=True),
    ),
    lambda entries: Output(file=entries["file"], sha256=entries["sha256"]),
)
_CHANGE = Record(
    "変更",
    (
        Field("what", Word(), "変えたところ", needed=True),
        Field("kind", Word(), "訂正・改訂・文言"),
        Field("reason", Word(), "理由"),
        Field("approved_by", Word(), "承認した人"),
    ),
    _change,
)
RELEASE = Record(
    "発行の記録",
    (
        Field("number", Whole(1, 9999), "何番目の発行か", needed=True),
        Field("edition", Word(), "版の名前", needed=True),
        Field("id", Word(), "ファイルの名前のもと", needed=True),
        Field("date", Word(), "発行の年月", needed=True),
        Field("status", Word(), "扱い", needed=True),
        Field("code", Word(), "奥付と各ページの下に出る識別番号"),
        Field("outputs", Listed(_OUTPUT), "発行したファイル"),
        Field("changes", Listed(_CHANGE), "前の発行から変えたところ"),
        Field("contents", Listed(_OUTPUT), "発行した原稿のファイル"),
    ),
    _release,
)
