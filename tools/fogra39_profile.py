"""Makes the CMYK profile that ships with the package, from open measurements of offset printing.

Needs Debian's packages argyll and icc-profiles-free, takes a minute, and gives the same bytes with
the same argyll: python tools/fogra39_profile.py
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from strategy_report.images.print_condition import FOGRA39_FILE

MEASUREMENTS = Path("/usr/share/color/icc/FOGRA39L.ti3")
SCREEN = Path("/usr/share/color/argyll/ref/sRGB.icm")
# Medium quality, black generation without a start, at most 330 % ink and 100 % black; perceptual
# table for pictures seen on an sRGB monitor, to a print seen in daylight.
SETTINGS = ("-qm", "-bm", "-kz", "-l330", "-L100", "-S", str(SCREEN), "-cmt", "-dpp")
COPYRIGHT = "Made from FOGRA39L characterization data (zlib license); this profile too is zlib"
# ICC.1:2010, 7.2: the header's date, which is set to that of the measurements.
DATE_AT = slice(24, 36)
DECEMBER_2006 = b"".join(part.to_bytes(2, "big") for part in (2006, 12, 1, 0, 0, 0))


def made_profile() -> bytes:
    """The profile's bytes."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(MEASUREMENTS, folder)
        named = ("-D", "FOGRA39L coated", "-C", COPYRIGHT)
        command = ("colprof", *SETTINGS, *named, "FOGRA39L")
        subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
        made = next(path for path in Path(folder).iterdir() if path.suffix in (".icc", ".icm"))
        data = bytearray(made.read_bytes())
    data[DATE_AT] = DECEMBER_2006
    return bytes(data)


if __name__ == "__main__":
    FOGRA39_FILE.write_bytes(made_profile())
    print(FOGRA39_FILE)
