"""The offline kit: one ZIP that installs the program on a Windows computer without internet.

    python tools/offline_kit.py [FOLDER]      writes FOLDER/strategy_report-offline-<version>.zip
    python tools/offline_kit.py --sign        the same for those who sign: …-<version>-sign.zip

It holds our wheel, the wheels that requirements.lock (requirements-sign.lock, which has what
electronic signatures need, too) names for Windows x64 and one Python, that part of the lock, and
what an officer reads and double-clicks. Wheels are fetched with pip, which checks each against the
lock's SHA-256.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import tomllib
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
KIT_FILES = ROOT / "tools" / "kit_files"
PYTHON = "3.12"

# The environment that a marker of the lock is asked about (PEP 508).
WINDOWS = {
    "implementation_name": "cpython",
    "os_name": "nt",
    "platform_machine": "AMD64",
    "platform_python_implementation": "CPython",
    "platform_system": "Windows",
    "python_full_version": f"{PYTHON}.0",
    "python_version": PYTHON,
    "sys_platform": "win32",
}

# What pip must be told to fetch for another computer than this one.
FOR_WINDOWS = ("--platform", "win_amd64", "--python-version", PYTHON, "--implementation", "cp")

# A ZIP's oldest date, for every file: the same wheels make the same kit.
NO_DATE = (1980, 1, 1, 0, 0, 0)


# What is installed: without electronic signatures, and with them.
LOCK, LOCK_TO_SIGN = ROOT / "requirements.lock", ROOT / "requirements-sign.lock"


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path, nargs="?", default=ROOT / "output")
    parser.add_argument("--sign", action="store_true", help="with electronic signatures")
    options = parser.parse_args(arguments)
    folder: Path = options.folder
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as work:
        wheels = Path(work) / "wheels"
        lock = lock_for(WINDOWS, LOCK_TO_SIGN if options.sign else LOCK)
        fetch(lock, wheels, FOR_WINDOWS)
        own = build_wheel(Path(work))
        ending = "-sign" if options.sign else ""
        kit = folder / f"strategy_report-offline-{version()}{ending}.zip"
        write_kit(kit, kit_files(own, wheels, lock))
    print(f"{kit} ({kit.stat().st_size / 1024 / 1024:.1f} MiB, Windows x64, Python {PYTHON})")
    return 0


def version() -> str:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return str(project["version"])


def lock_for(environment: Mapping[str, str], lock: Path = LOCK) -> str:
    """The part of *lock* that holds in *environment*, its markers resolved away.

    pip asks a marker about the computer it runs on, even when it fetches for another one.
    """
    kept: list[str] = []
    for entry in _entries(lock.read_text(encoding="utf-8")):
        head, *hashes = entry.split(" \\\n")
        requirement = Requirement(head)
        if requirement.marker is None or requirement.marker.evaluate(dict(environment)):
            kept.append(" \\\n".join((f"{requirement.name}{requirement.specifier}", *hashes)))
    return "\n".join(kept) + "\n"


def _entries(lock: str) -> Iterator[str]:
    """Each requirement with the lines of its hashes."""
    lines: list[str] = []
    for line in lock.splitlines():
        if line.startswith(("#", "--")) or not line.strip():
            continue
        if not line.startswith(" ") and lines:
            yield "\n".join(lines)
            lines = []
        lines.append(line)
    yield "\n".join(lines)


def fetch(lock: str, wheels: Path, target: tuple[str, ...]) -> None:
    """Put into *wheels* every wheel that *lock* names for *target*; empty means this computer."""
    wheels.mkdir(parents=True)
    listed = wheels.parent / "requirements.txt"
    listed.write_text(lock, encoding="utf-8")
    _pip("download", "--no-deps", "--only-binary", ":all:", "--require-hashes", *target,
         "--dest", str(wheels), "--requirement", str(listed))  # fmt: skip


def build_wheel(folder: Path) -> Path:
    """Our own wheel, made in *folder* by the build backend of this environment."""
    _pip("wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), str(ROOT))
    return next(folder.glob("strategy_report-*.whl"))


def _pip(*arguments: str) -> None:
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", *arguments]
    subprocess.run(command, check=True)


def kit_files(own: Path, wheels: Path, lock: str) -> dict[str, bytes]:
    """Name inside the kit → content."""
    words = {"version": version(), "python": PYTHON, "wheel": own.name}
    guide = (ROOT / "docs" / "手引き.md").read_text(encoding="utf-8")
    files = {
        "install.cmd": _for_windows(_filled("install.cmd", words), "cp932"),
        "strategy-report.cmd": _for_windows(_filled("strategy-report.cmd", words), "ascii"),
        "はじめに.txt": _for_windows(_filled("はじめに.txt", words), "utf-8-sig"),
        "手引き.md": _for_windows(guide, "utf-8-sig"),
        "requirements.txt": _for_windows(lock, "ascii"),
        own.name: own.read_bytes(),
    }
    files |= {f"wheels/{wheel.name}": wheel.read_bytes() for wheel in sorted(wheels.glob("*.whl"))}
    return files


def _filled(name: str, words: Mapping[str, str]) -> str:
    text = (KIT_FILES / name).read_text(encoding="utf-8")
    for key, word in words.items():
        text = text.replace(f"{{{key}}}", word)
    return text


def _for_windows(text: str, encoding: str) -> bytes:
    return text.replace("\n", "\r\n").encode(encoding)


def write_kit(path: Path, files: Mapping[str, bytes]) -> None:
    """A ZIP of *files* in one folder; the same files give the same bytes."""
    with zipfile.ZipFile(path, "w") as kit:
        for name in sorted(files):
            entry = zipfile.ZipInfo(f"{path.stem}/{name}", NO_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            kit.writestr(entry, files[name])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
