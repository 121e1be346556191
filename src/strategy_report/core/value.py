"""Immutable values with named fields.

`dataclasses` builds each class by compiling source text: 1.4 ms a frozen class here,
which for the two hundred classes of this program is a third of a whole build. A `Value` is the
same thing to a reader and to a type checker, and costs a twentieth of that.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from operator import attrgetter
from types import FunctionType
from typing import Any, Self, TypeVar, dataclass_transform

V = TypeVar("V", bound="Value")


@dataclass_transform(frozen_default=True, kw_only_default=True)
class ValueType(type):
    """Turns annotated names into fields, and their assigned values into defaults."""

    fields_: tuple[str, ...]
    defaults_: dict[str, Any]

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
        # A slot a field: with a dictionary, a value would take three times the memory.
        namespace["__slots__"] = own
        cls = super().__new__(mcs, name, bases, namespace)
        parents = [base for base in bases if isinstance(base, ValueType)]
        inherited = tuple(field for base in parents for field in base.fields_)
        cls.fields_ = inherited + own
        cls.defaults_ = {k: v for base in parents for k, v in base.defaults_.items()} | defaults
        cls.__match_args__ = cls.fields_  # type: ignore[attr-defined, misc]
        cls._values = _getter(cls.fields_)  # type: ignore[attr-defined]
        cls.__init__ = _initialiser(cls, kw_only=kw_only)  # type: ignore[misc]
        return cls


def _getter(fields: tuple[str, ...]) -> Any:
    if not fields:
        return staticmethod(lambda _self: ())
    if len(fields) == 1:
        only = attrgetter(fields[0])
        return staticmethod(lambda self: (only(self),))
    return staticmethod(attrgetter(*fields))


def _initialiser(cls: ValueType, *, kw_only: bool) -> FunctionType:
    """``__init__`` of *cls*, with a parameter a field.

    It is compiled once for all classes of as many fields, and then given the names of this one's.
    """
    setters = (getattr(cls, field).__set__ for field in cls.fields_)
    init = _form(len(cls.fields_), kw_only=kw_only)(*setters)
    init.__code__ = init.__code__.replace(co_varnames=("self", *cls.fields_))
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    if kw_only:
        init.__kwdefaults__ = cls.defaults_
    else:
        init.__defaults__ = tuple(cls.defaults_.values())
    return init


@cache
def _form(count: int, *, kw_only: bool) -> Callable[..., FunctionType]:
    """Makes an ``__init__`` of *count* parameters, given what sets the slot of each."""
    given = [f"given{number}" for number in range(count)]
    setters = [f"set_{one}" for one in given]
    parameters = ", ".join(("self", *(["*"] if kw_only and given else []), *given))
    body = "; ".join(f"{setter}(self, {one})" for setter, one in zip(setters, given, strict=True))
    made: dict[str, Callable[..., FunctionType]] = {}
    exec(
        f"def form({', '.join(setters)}):\n"
        f"  def __init__({parameters}): {body or 'pass'}\n"
        "  return __init__",
        made,
    )
    return made["form"]


class Value(metaclass=ValueType):
    """Base of all values: compared, hashed and shown by its fields; never changed.

    Fields are given by keyword, or also by position in classes made with ``kw_only=False``.

    Raises:
        TypeError: a field is missing, or one is given that does not exist.
        AttributeError: a field is assigned to.
    """

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
    held = dict(zip(cls.fields_, cls._values(value), strict=True))  # type: ignore[attr-defined]
    held.update(changes)
    return cls(**held)


def _rebuild(cls: type[V], fields: dict[str, Any]) -> V:
    return cls(**fields)
