"""Photographs made ready for their frames, each only once."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Protocol

from strategy_report.core.geometry import Size
from strategy_report.core.value import Value
from strategy_report.display.item import Image, ImageSpace
from strategy_report.images.photo import (
    Photo,
    prepare,
    prepared_key,
    read_bytes,
    read_photo,
    too_coarse,
)
from strategy_report.images.press import PressColour
from strategy_report.images.problem import PhotoProblem


class Shelf(Protocol):
    """Where prepared photographs are kept between builds."""

    def get(self, key: str) -> bytes | None: ...

    def put(self, key: str, data: bytes) -> None: ...


class Prepared(Value):
    """A photograph ready to be embedded, and what is to be said of it.

    Attributes:
        image: None where the file cannot be used.
    """

    image: Image | None
    problems: tuple[PhotoProblem, ...] = ()


class Darkroom:
    """Prepares photographs at one resolution; what was prepared before is taken from the shelf.

    Attributes:
        ppi: pixels an inch of what is embedded, at most.
        least_ppi: below this a photograph is reported as too coarse.
        press: what they are printed with; None prepares them for a screen.
    """

    def __init__(
        self,
        shelf: Shelf | None,
        *,
        ppi: int,
        least_ppi: int,
        press: PressColour | None = None,
    ) -> None:
        self._shelf = shelf
        self._ppi = ppi
        self._least_ppi = least_ppi
        self._press = press

    def prepared(self, path: Path, frame: Size, focus: tuple[float, float]) -> Prepared:
        """The photograph at *path* cut for *frame* around *focus*."""
        data = read_bytes(path)
        if isinstance(data, PhotoProblem):
            return Prepared(image=None, problems=(data,))
        digest = sha256(data).hexdigest()
        key = "photo " + prepared_key(digest, frame, focus, self._ppi, self._press)
        kept = None if self._shelf is None else self._shelf.get(key)
        if kept is not None:
            photo, image = _taken(kept, path.name)
            return self._told(photo, frame, image)
        read = read_photo(path)
        if isinstance(read, PhotoProblem):
            return Prepared(image=None, problems=(read,))
        made = prepare(read, frame, focus, self._ppi, self._press)
        if isinstance(made, PhotoProblem):
            return Prepared(image=None, problems=(made,))
        if self._shelf is not None:
            self._shelf.put(key, _kept(read, made))
        return self._told(read, frame, made)

    def _told(self, photo: Photo, frame: Size, image: Image) -> Prepared:
        coarse = too_coarse(photo, frame, self._least_ppi)
        return Prepared(image=image, problems=() if coarse is None else (coarse,))


def _kept(photo: Photo, image: Image) -> bytes:
    facts = {
        "photo": [photo.digest, photo.width_px, photo.height_px],
        "image": [image.digest, image.width_px, image.height_px, image.space.value, image.jpeg],
    }
    return json.dumps(facts).encode() + b"\n" + image.data


def _taken(kept: bytes, name: str) -> tuple[Photo, Image]:
    head, _, data = kept.partition(b"\n")
    facts = json.loads(head)
    digest, width, height = facts["photo"]
    photo = Photo(name=name, data=b"", digest=digest, width_px=width, height_px=height)
    digest, width, height, space, jpeg = facts["image"]
    image = Image(
        digest=digest,
        width_px=width,
        height_px=height,
        space=ImageSpace(space),
        jpeg=jpeg,
        data=data,
    )
    return photo, image
