"""The kit as it leaves the house. Wheels come from the index that pip is set up with."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import offline_kit
import pytest


@pytest.fixture(scope="module")
def kit(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    folder = tmp_path_factory.mktemp("kit")
    assert offline_kit.main([str(folder)]) == 0
    return zipfile.ZipFile(next(folder.glob("*.zip")))


def test_the_kit_has_a_wheel_for_every_package_of_its_lock(kit: zipfile.ZipFile) -> None:
    root = Path(kit.namelist()[0]).parts[0]
    lock = kit.read(f"{root}/requirements.txt").decode("ascii")
    wanted = {
        (name.replace("-", "_"), version)
        for name, version in re.findall(r"^([\w.-]+)==([\w.]+)", lock, flags=re.MULTILINE)
    }
    wheels = [Path(name).name for name in kit.namelist() if "/wheels/" in name]
    found = {(wheel.split("-")[0].lower(), wheel.split("-")[1]) for wheel in wheels}
    assert found == wanted


def test_every_wheel_of_the_kit_runs_on_windows_and_its_python(kit: zipfile.ZipFile) -> None:
    wheels = [Path(name).stem for name in kit.namelist() if "/wheels/" in name]
    assert [w for w in wheels if not w.endswith(("-win_amd64", "-none-any"))] == []
    compiled = [w for w in wheels if w.endswith("-win_amd64")]
    assert [w for w in compiled if not re.search(r"-cp312-|-abi3-|-py3-none-", w)] == []


def test_our_own_wheel_in_the_kit_carries_the_fonts_and_their_licence(
    kit: zipfile.ZipFile, tmp_path: Path
) -> None:
    own = next(n for n in kit.namelist() if Path(n).name.startswith("strategy_report-"))
    with zipfile.ZipFile(kit.extract(own, tmp_path)) as wheel:
        names = set(wheel.namelist())
    assert "strategy_report/_fonts/BIZUDGothic-Regular.ttf" in names
    assert "strategy_report/_fonts/OFL.txt" in names
    assert [name for name in names if name.endswith("LICENSE")] != []
