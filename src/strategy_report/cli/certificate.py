"""The certificate that files are signed with, and the passphrase that opens it."""

from __future__ import annotations

import sys
from getpass import getpass
from pathlib import Path

from strategy_report.core.diagnostic import Checked, error
from strategy_report.inspection.sign import Certificate, open_certificate


def ask_for(path: Path, passphrase: Path | None) -> Checked[Certificate]:
    """The certificate at *path*; its passphrase is in a file, or is asked for and not shown."""
    try:
        data = path.read_bytes()
        secret = None if passphrase is None else passphrase.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return _refused(f"「{path}」か、パスフレーズのファイルが開けません。")
    if secret is None:
        if not sys.stdin.isatty():
            return _refused("証明書のパスフレーズを聞くことができません。")
        secret = getpass(f"「{path.name}」のパスフレーズ（打った字は出ません）: ")
    return open_certificate(data, secret.strip("\r\n"), path.name)


def _refused(what: str) -> Checked[Certificate]:
    fault = error(
        "DST018",
        None,
        what,
        "場所と名前を確かめてください。パスフレーズは、1行だけのファイルにして"
        " --passphrase で示すこともできます。",
    )
    return Checked(value=None, diagnostics=(fault,))
