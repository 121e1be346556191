from __future__ import annotations

import pytest

from strategy_report.images.ink_sum import Samples, most_ink_in_samples

# Two rows of one pixel: 10 % on each of two plates, and 60 % on each.
TWO = Samples(width_px=1, height_px=2, plates=2)


@pytest.mark.parametrize(("data", "bits", "most"), [
    (bytes((51, 51, 102, 153)), 8, 100),
    (bytes((51, 9, 51, 9, 102, 9, 153, 9)), 16, 100),
    # 3/15 and 3/15; 6/15 and 9/15.
    (bytes((0x33, 0x69)), 4, 100),
    # A row is filled up to a whole byte: 0 and 1 of 3; 3 and 3 of 3.
    (bytes((0b00_01_1111, 0b11_11_0000)), 2, 200),
    (bytes((0b01_111111, 0b00_111111)), 1, 100),
])  # fmt: skip
def test_samples_of_every_depth_are_summed_by_pixel(data: bytes, bits: int, most: float) -> None:
    samples = Samples(width_px=1, height_px=2, plates=2, bits=bits)
    assert most_ink_in_samples(data, samples) == pytest.approx(most)


def test_inverted_samples_state_what_is_not_printed() -> None:
    samples = Samples(width_px=1, height_px=1, plates=4, inverted=True)
    assert most_ink_in_samples(bytes((255, 255, 204, 0)), samples) == pytest.approx(120)


def test_a_palette_is_looked_up_for_the_colours_that_are_used() -> None:
    palette = bytes((0, 0, 51, 51, 255, 255))
    # Numbers of four bits: 0 and 1, then 1 and 9, which is beyond the palette's end.
    samples = Samples(width_px=2, height_px=1, plates=2, bits=4, palette=palette)
    assert most_ink_in_samples(bytes((0x01,)), samples) == pytest.approx(40)
    assert most_ink_in_samples(bytes((0x19,)), samples) == pytest.approx(200)


def test_an_image_that_breaks_off_is_not_guessed_at() -> None:
    assert most_ink_in_samples(bytes((51, 51)), TWO) is None
