"""Words beside a picture, for those who cannot see it: whether they say anything."""

from __future__ import annotations

import re

# Words that tell no more than that there is a picture, numbered or not; names that files have.
_EMPTY = re.compile(
    r"(写真|画像|図|イメージ)(写真|画像|図)?[-_ 　]*[0-9０-９①-⑳]*(枚目)?(です)?"
    r"|(img|dsc|dscn|dscf|pict?|photo|image|p)?[-_ ]*[0-9０-９_-]+"
    r"|photo|image|picture|figure|img|alt|代替テキスト|説明|なし|無し|未定|-|－|ー"
    r"|.*\.(jpe?g|png|tiff?|heic|gif|bmp)",
    re.IGNORECASE,
)


def tells_nothing(words: str) -> bool:
    """Whether *words* say no more than 「画像1」 or IMG_0123.jpg does."""
    return _EMPTY.fullmatch(words.strip().rstrip("。")) is not None
