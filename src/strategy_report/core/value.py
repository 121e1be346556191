"""Immutable values with named fields.

`dataclasses` builds each class by compiling source text: 1.4 ms a frozen class here,
which for the hundred classes of this program is a third of a whole build. A `Value` is the same
thing to a reader and to a type checker, and costs a twentieth of that.
"""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter
from typing import Any, Self, TypeVar, dataclass_transform

V = TypeVar("V", bound="Value")


def _getter(fields: tuple[str, ...]) -> Any:
    if not fields:
        return staticmethod(lambda _self: ())
    if len(fields) == 1:
        only = attrgetter(fields[0])
        return staticmethod(lambda self: (only(self),))
    return staticmethod(attrgetter(*fields))


@dataclass_transform(frozen_default=True, kw_only_default=True)
class ValueType(type):
    """Turns annotated names into fields, and their assigned values into defaults."""

    fields_: tuple[str, ...]
    defaults_: dict[str, Any]
    positional_: bool

    def __new__(
        mcs,
        name: str,
        bases: tuple[type, ...],
        namespace: dict[str, Any],
        *,
        kw_only: bool = True,
    ) -> ValueType:
        own = tuple(
            field
            for field, kind in namespace.get("__annotations__", {}).items()
            if not str(kind).startswith("ClassVar")
        )
        defaults = {field: namespace.pop(field) for field in own if field in namespace}
        cls = super().__new__(mcs, name, bases, namespace)
        parents = [base for base in bases if isinstance(base, ValueType)]
        inherited = tuple(field for base in parents for field in base.fields_)
        cls.fields_ = inherited + own
        cls.defaults_ = {k: v for base in parents for k, v in base.defaults_.items()} | defaults
        cls.positional_ = not kw_only
        cls.__match_args__ = cls.fields_  # type: ignore[attr-defined, misc]
        cls._names = frozenset(cls.fields_)  # type: ignore[attr-defined]
        cls._values = _getter(cls.fields_)  # type: ignore[attr-defined]
        return cls


class Value(metaclass=ValueType):
    """Base of all values: compared, hashed and shown by its fields; never changed.

    Fields are given by keyword, or also by position in classes made with ``kw_only=False``.

    Raises:
        TypeError: a field is missing, or one is given that does not exist.
        AttributeError: a field is assigned to.
    """

    def __init__(self, *args: Any, **given: Any) -> None:
        cls = type(self)
        if args:
            if not cls.positional_ or len(args) > len(cls.fields_):
                raise TypeError(f"{cls.__name__} takes its fields by keyword: {cls.fields_}")
            given = dict(zip(cls.fields_, args, strict=False)) | given
        if given.keys() != cls._names:  # type: ignore[attr-defined]
            given = cls.defaults_ | given
            if given.keys() != cls._names:  # type: ignore[attr-defined]
                cls._refuse(given.keys())
        # One call, where a slot a field would take one each.
        self.__dict__.update(given)

    @classmethod
    def _refuse(cls, given: Iterable[str]) -> None:
        names = cls._names  # type: ignore[attr-defined]
        if missing := [field for field in cls.fields_ if field not in given]:
            raise TypeError(f"{cls.__name__} needs {missing}")
        if unknown := [field for field in given if field not in names]:
            raise TypeError(f"{cls.__name__} has no {unknown}")

    def __setattr__(self, field: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__}.{field} cannot change; use replace()")

    def __delattr__(self, field: str) -> None:
        raise AttributeError(f"{type(self).__name__}.{field} cannot change; use replace()")

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other):
            return NotImplemented
        return bool(self._values(self) == self._values(other))  # type: ignore[attr-defined]

    def __hash__(self) -> int:
        return hash((type(self), self._values(self)))  # type: ignore[attr-defined]

    def __repr__(self) -> str:
        shown = ", ".join(f"{field}={getattr(self, field)!r}" for field in type(self).fields_)
        return f"{type(self).__name__}({shown})"

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, (type(self), {f: getattr(self, f) for f in type(self).fields_})

    def __copy__(self) -> Self:
        return self


def fields_of(value: Value) -> tuple[Any, ...]:
    """What the fields of *value* hold, in their order."""
    held: tuple[Any, ...] = value._values(value)  # type: ignore[attr-defined]
    return held


def replace(value: V, /, **changes: Any) -> V:
    """The same value with some fields changed.

    Raises:
        TypeError: a name in *changes* is not a field.
    """
    cls = type(value)
    if not changes.keys() <= cls._names:  # type: ignore[attr-defined]
        cls._refuse(cls.fields_ + tuple(changes))
    new = object.__new__(cls)
    new.__dict__.update(value.__dict__)
    new.__dict__.update(changes)
    return new


def _rebuild(cls: type[V], fields: dict[str, Any]) -> V:
    return cls(**fields)
