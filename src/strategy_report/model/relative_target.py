"""「1割減」 「5％増」: a target told as a share of the baseline."""

from __future__ import annotations

import re
from decimal import Decimal

_FIXED = {"半減": Decimal("-0.5"), "倍増": Decimal(1)}
_SHARE = re.compile(r"(\d+(?:\.\d+)?)(割|％|%)(減|増)", re.ASCII)
_WORTH = {"割": Decimal("0.1"), "％": Decimal("0.01"), "%": Decimal("0.01")}
_SIGNS = {"減": -1, "増": 1}


def relative_share(text: str) -> Decimal | None:
    """The wanted change as a share of the baseline: 「1割減」 is -0.1; None: unreadable."""
    if text in _FIXED:
        return _FIXED[text]
    found = _SHARE.fullmatch(text)
    if found is None:
        return None
    digits, kind, way = found.groups()
    return Decimal(digits) * _WORTH[kind] * _SIGNS[way]
