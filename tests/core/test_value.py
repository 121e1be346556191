from __future__ import annotations

import copy
import pickle
from typing import Any

import pytest

from strategy_report.core.value import Value, replace


class Place(Value, kw_only=False):
    x: int
    y: int = 2


class Town(Value):
    name: str
    place: Place = Place(0)


class Capital(Town):
    since: int


def test_values_with_equal_fields_are_equal_and_hash_alike() -> None:
    assert Town(name="金沢") == Town(name="金沢", place=Place(0, 2))
    assert hash(Place(1)) == hash(Place(x=1, y=2))
    assert Town(name="金沢") != Town(name="輪島")


def test_values_of_different_classes_differ() -> None:
    class Other(Value, kw_only=False):
        x: int
        y: int = 2

    assert Place(1) != Other(1)


def test_a_field_cannot_be_assigned_or_deleted() -> None:
    place: Any = Place(1)
    with pytest.raises(AttributeError, match="cannot change"):
        place.x = 2
    with pytest.raises(AttributeError, match="cannot change"):
        del place.x


def test_a_new_attribute_cannot_be_set() -> None:
    place: Any = Place(1)
    with pytest.raises(AttributeError):
        place.z = 1


@pytest.mark.parametrize(
    "fields", [{}, {"name": "金沢", "height": 3}, {"name": "金沢", "place": Place(1), "z": 1}]
)
def test_missing_and_unknown_fields_are_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(TypeError, match=r"^Town\.__init__\(\) .*'(name|height|z)'"):
        Town(**fields)


def test_a_value_holds_its_fields_and_no_dictionary() -> None:
    assert not hasattr(Capital(name="金沢", since=1583), "__dict__")


def test_a_keyword_class_takes_no_positions() -> None:
    town: Any = Town
    with pytest.raises(TypeError, match="takes 1 positional argument"):
        town("金沢")


def test_too_many_positions_are_refused() -> None:
    place: Any = Place
    with pytest.raises(TypeError):
        place(1, 2, 3)


def test_replace_changes_some_fields_of_a_copy() -> None:
    town = Town(name="金沢")
    assert replace(town, name="輪島") == Town(name="輪島")
    assert town.name == "金沢"
    with pytest.raises(TypeError):
        replace(town, mayor="x")


def test_a_subclass_has_its_parents_fields_first() -> None:
    capital = Capital(name="金沢", since=1583)
    assert (capital.name, capital.since) == ("金沢", 1583)
    assert repr(capital) == "Capital(name='金沢', place=Place(x=0, y=2), since=1583)"


def test_values_survive_pickling_and_copying() -> None:
    town = Capital(name="金沢", since=1583)
    assert pickle.loads(pickle.dumps(town)) == town
    assert copy.copy(town) is town


def test_values_can_be_matched() -> None:
    match Place(3):
        case Place(x=x, y=2):
            assert x == 3
        case _:
            pytest.fail("no match")
