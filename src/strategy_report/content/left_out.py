"""Files in a content folder that nothing reads: told, since somebody meant something by them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from unicodedata import normalize

from strategy_report.content.folder_files import GOALS, SINGLE_FILES, content_files
from strategy_report.content.report import Report
from strategy_report.core.source import SourceSpan
from strategy_report.images.photo_path import ENDINGS, PHOTOS
from strategy_report.model.look import Look
from strategy_report.model.plan import Goal

# A goal's file, whatever stands behind its name: 4.yml, 4.yaml.txt, 4.YAML.
_GOAL_MEANT = re.compile(r"(.+?)\.ya?ml\b.*", re.IGNORECASE)
_MOST_NAMED = 5


def tell_texts_left_out(folder: Path, report: Report) -> None:
    """Files that look like content by their names."""
    for path in content_files(folder, "*.y*ml"):
        if path.name not in SINGLE_FILES:
            _stranger(folder, path.name, report)
    for path in content_files(folder / GOALS, "*"):
        found = _GOAL_MEANT.fullmatch(path.name)
        if found is not None and path.suffix != ".yaml":
            _lost_goal(folder, path, f"{found[1]}.yaml", report)


def tell_photos_left_out(
    folder: Path, goals: Iterable[Goal], look: Look | None, report: Report
) -> None:
    """Photographs that were put into their folder and are named nowhere."""
    photos = [photo for goal in goals for photo in goal.photos]
    named = {photo.file for photo in photos} | {look.picture if look is not None else None}
    files = {_folded(file.rpartition("/")[2]) for file in named if file is not None}
    unused = [
        path.name
        for path in content_files(folder / PHOTOS, "*")
        if path.suffix.lower() in ENDINGS and _folded(path.name) not in files
    ]
    if not unused:
        return
    # Where a picture stands in for one, its name is likely to have been forgotten.
    say = report.warning if any(photo.file is None for photo in photos) else report.note
    more = f" など {len(unused)}点" if len(unused) > _MOST_NAMED else " "
    say(
        "FILE016",
        None,
        f"{PHOTOS}/ の {'、'.join(unused[:_MOST_NAMED])}{more}が、どこにも書かれていません。",
        "冊子に入れるなら、その写真の file: に名前を書いてください。",
    )


def _folded(name: str) -> str:
    return normalize("NFC", name).casefold()


def _lost_goal(folder: Path, path: Path, meant: str, report: Report) -> None:
    """A goal would be missing from the booklet, unless the file is a copy of one that is not.

    Windows hides the `.txt` that Notepad puts behind a name.
    """
    if path.with_name(meant).exists():
        if path.suffix == ".yml":
            _stranger(folder, f"{GOALS}/{path.name}", report)
        return
    report.error(
        "FILE015",
        SourceSpan(file=f"{folder.name}/{GOALS}/{path.name}", line=1),
        f"「{GOALS}/{path.name}」は、名前が「.yaml」で終わらないので読まれません。",
        f"名前を「{meant}」に直してください。"
        "（エクスプローラーの「表示」で「ファイル名拡張子」を選ぶと、名前の終わりまで見えます）",
    )


def _stranger(folder: Path, name: str, report: Report) -> None:
    report.warning(
        "FILE014",
        SourceSpan(file=f"{folder.name}/{name}", line=1),
        f"「{name}」は読まれません。",
        f"名前を小文字の「{name.lower()}」に直してください。"
        if name.lower() in SINGLE_FILES
        else "基本目標なら goals/ の中に「番号.yaml」の名で置き、要らないなら消してください。",
    )
