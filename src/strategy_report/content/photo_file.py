"""The written name of a photograph's file."""

from __future__ import annotations

from strategy_report.images.photo_path import refused_photo


def photo_name(written: str) -> str:
    """*written*, if it can be the name of a file in the photo folder.

    Raises:
        ValueError: what is wrong, and how to put it right.
    """
    problem = refused_photo(written)
    if problem is not None:
        raise ValueError(problem.what, problem.fix)
    return written
