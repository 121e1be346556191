"""Numbers as a file holds them: points with up to three decimals, exactly rounded."""

from __future__ import annotations

from functools import lru_cache

from strategy_report.core.length import EMU_PER_PT

# Pages stand on a grid, so that the same places come again and again.
_MANY = 1 << 16


@lru_cache(maxsize=_MANY)
def decimal(thousandths: int) -> str:
    """*thousandths* as a decimal number without needless digits: 12500 is ``12.5``."""
    whole, part = divmod(abs(thousandths), 1000)
    sign = "-" if thousandths < 0 else ""
    if not part:
        return f"{sign}{whole}"
    return f"{sign}{whole or ''}.{part:03}".rstrip("0")


# 12 700 EMU a point: halves go up, whatever the sign, so that shapes that meet still do. Bare
# integers, since a file states hundreds of thousands of numbers: lengths would add up to lengths.


def hundredths(emu: int) -> int:
    """A distance in hundredths of a point (0.004 mm), which no printer shows: for shapes."""
    return (int(emu) * 200 + EMU_PER_PT) // (EMU_PER_PT * 2)


def thousandths(emu: int) -> int:
    """A distance in thousandths of a point (0.0004 mm)."""
    return (int(emu) * 2000 + EMU_PER_PT) // (EMU_PER_PT * 2)


def points(emu: int) -> str:
    """A distance in points, to the nearest thousandth."""
    return decimal(thousandths(emu))
