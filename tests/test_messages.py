"""Every message in the code: a remedy with it, and no English of a library in it."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from test_architecture import modules, tree

# How a message is made, and how many positional arguments it has.
_REPORTED = {"error": 4, "warning": 4, "_say": 4}
_MADE = ("Diagnostic", "Finding", "PhotoProblem")


def calls(module: str) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Name):
                yield node.func.id, node
            elif isinstance(node.func, ast.Attribute):
                yield node.func.attr, node


def fix_of(name: str, call: ast.Call) -> ast.expr | None:
    """What a call gives as the remedy; None where it gives none."""
    named = {keyword.arg: keyword.value for keyword in call.keywords}
    if "fix" in named or name in _MADE:
        return named.get("fix") or (call.args[2] if len(call.args) > 2 else None)
    return call.args[3] if len(call.args) > 3 else None


def is_message(name: str, call: ast.Call) -> bool:
    return name in _MADE or (name in _REPORTED and len(call.args) == _REPORTED[name])


def is_note(call: ast.Call) -> bool:
    return any("NOTE" in ast.dump(keyword.value) for keyword in call.keywords)


def test_every_message_but_a_note_says_what_to_do() -> None:
    without = [
        f"{module}:{call.lineno}"
        for module in modules()
        for name, call in calls(module)
        if is_message(name, call) and not is_note(call)
        for fix in [fix_of(name, call)]
        if fix is None or (isinstance(fix, ast.Constant) and not fix.value)
    ]
    assert without == []


def test_no_text_of_a_library_is_put_into_a_japanese_sentence() -> None:
    leaks = [
        f"{module}:{text.lineno}"
        for module in modules()
        for handler in ast.walk(tree(module))
        if isinstance(handler, ast.ExceptHandler) and handler.name
        for text in ast.walk(handler)
        if isinstance(text, ast.JoinedStr)
        for part in ast.walk(text)
        if isinstance(part, ast.FormattedValue)
        and isinstance(part.value, ast.Name)
        and part.value.id == handler.name
    ]
    assert leaks == []
