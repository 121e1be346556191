"""The package from its wheel: without the checkout, without the network, in an empty folder.

Wheels come from the index that pip is set up with; CI has one.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import offline_kit
import pytest
from kit.pdf_text import opened
from packaging.markers import default_environment

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of an environment that holds the wheel and what the lock names."""
    folder = tmp_path_factory.mktemp("installed")
    lock = offline_kit.lock_for({k: str(v) for k, v in default_environment().items()})
    offline_kit.fetch(lock, folder / "wheels", ())
    own = offline_kit.build_wheel(folder)
    subprocess.run([sys.executable, "-m", "venv", str(folder / "venv")], check=True)
    programs = folder / "venv" / ("Scripts" if os.name == "nt" else "bin")
    install = [str(programs / "python"), "-m", "pip", "install", "--quiet", "--no-index"]
    listed = str(folder / "requirements.txt")
    wheels = str(folder / "wheels")
    subprocess.run([*install, "--find-links", wheels, "--require-hashes", "-r", listed], check=True)
    subprocess.run([*install, "--no-deps", str(own)], check=True)
    return programs


def run(programs: Path, folder: Path, *arguments: str) -> str:
    """What `strategy-report` says on standard output, with *folder* as its place of work."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        [str(programs / "strategy-report"), *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_new_content_folder_becomes_a_booklet(installed: Path, tmp_path: Path) -> None:
    run(installed, tmp_path, "init", "原稿")
    run(installed, tmp_path, "build", "原稿", "-o", "冊子.pdf")
    pdf = (tmp_path / "冊子.pdf").read_bytes()
    with opened(pdf) as document:
        faces = {str(font.BaseFont)[8:] for font in document.pages[0].Resources.Font.values()}
    assert "BIZUDGothic-Regular" in faces
    assert sorted(path.name for path in tmp_path.glob("*.pdf")) == ["冊子.pdf"]


def test_the_wheel_sets_the_whole_booklet_byte_for_byte_as_the_checkout_does(
    installed: Path, tmp_path: Path
) -> None:
    run(installed, tmp_path, "build", str(ROOT / "content"), "-o", "wheel.pdf")
    checkout = [sys.executable, "-m", "strategy_report", "build", str(ROOT / "content")]
    subprocess.run([*checkout, "-o", str(tmp_path / "checkout.pdf")], check=True)
    assert (tmp_path / "wheel.pdf").read_bytes() == (tmp_path / "checkout.pdf").read_bytes()


def test_the_version_is_the_package_s(installed: Path, tmp_path: Path) -> None:
    assert run(installed, tmp_path, "--version").split() == [
        "strategy-report",
        offline_kit.version(),
    ]
