"""Why a folder that was named holds no content, and which one was meant."""

from __future__ import annotations

from pathlib import Path

from strategy_report.content.folder_files import NEEDED_FILES
from strategy_report.core.diagnostic import Diagnostic, error

_MARK = NEEDED_FILES[0]
# So many are named; who has more knows where they are.
_MOST_NAMED = 5


def refusal(folder: Path) -> Diagnostic | None:
    """Why nothing can be read of *folder*, given as it was typed; None: it holds content."""
    fix = ""
    if folder.is_dir():
        if any((folder / file).exists() for file in NEEDED_FILES):
            return None
        what = f"「{folder}」には原稿（{'、'.join(NEEDED_FILES)}）がありません。"
        fix = _named_instead(folder)
    elif folder.exists():
        what = f"「{folder}」はフォルダーではなくファイルです。"
        if (folder.parent / _MARK).exists():
            fix = f"「{folder.parent}」と書いてください。"
    else:
        what = f"原稿のフォルダー「{folder}」がありません。"
    return error(
        "FILE010",
        None,
        what,
        fix or _elsewhere(folder),
    )


def _elsewhere(folder: Path) -> str:
    """Where the content is that was meant by *folder*, which is none."""
    here = folder.absolute().parent
    for up, above in enumerate((here, here.parent), start=1):
        if (above / _MARK).exists():
            return (
                "いまいるところが原稿のフォルダーの中です。"
                f"「cd {'/'.join(['..'] * up)}」と打って外に出てから、もう一度打ってください。"
            )
    return _named_instead(folder.parent) or (
        f"{here} の中を探しました。原稿のあるところで打つか、命令（build や check など）の後に"
        "原稿のフォルダーを書いてください（新しく作るときは strategy-report init）。"
    )


def _named_instead(place: Path) -> str:
    """The content folders within *place*, to be typed; empty: there are none."""
    found = sorted(str(mark.parent) for mark in place.glob(f"*/{_MARK}"))
    if not found:
        return ""
    named = "、".join(f"「{_typed(name)}」" for name in found[:_MOST_NAMED])
    return f"原稿は {named} にあります。命令（build や check など）の後に書いてください。"


def _typed(name: str) -> str:
    return f'"{name}"' if " " in name else name
