"""YAML to nodes: no value is guessed at, and what could harm is refused."""

from __future__ import annotations

import resource
import subprocess
import sys
import textwrap
from unicodedata import category

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from strategy_report.content.japanese import forbidden
from strategy_report.content.report import Report
from strategy_report.content.typing_slips import find_slips
from strategy_report.content.yaml_tree import DEEPEST, Mapping, Node, Scalar, Sequence, parse_yaml


def tree(text: str) -> Node:
    report = Report()
    root = parse_yaml(text, "x.yaml", report)
    assert root is not None, report.said
    return root


def plain(node: Node) -> object:
    """*node* as texts in dictionaries and lists."""
    if isinstance(node, Mapping):
        return {key.text: plain(value) for key, value in node.entries}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    assert isinstance(node, Scalar)
    return node.text


def codes(text: str) -> list[str]:
    """Of all that is said of *text*, slips first."""
    report = Report()
    find_slips(text, "x.yaml", report, lambda _: True)
    parse_yaml(text, "x.yaml", report)
    return [diagnostic.code for diagnostic in report.said]


# What a YAML library takes for a number, a date, a truth value or nothing.
GUESSED = (
    "010", "0o17", "0x1F", "0b11", "1_000", "1e3", "1.", ".5", "+1", "-0", "1.50", "1,234", "12:30",
    "1:30:00", "190:20:30", "2025-04-01", "2025-04-01T09:00:00Z", "no", "No", "NO", "yes", "on",
    "off", "y", "n", "true", "True", "FALSE", "null", "Null", "NULL", ".inf", "-.inf", ".nan", "=",
    "0123", "00", "1__0", "0.10", "R5", "９", "5%", "~x", "1e400",
)  # fmt: skip


@pytest.mark.parametrize("typed", GUESSED)
def test_a_value_stays_the_text_typed(typed: str) -> None:
    assert plain(tree(f"a: {typed}\nb: [{typed.replace(',', '.')}]\n{typed}: c\n")) == {
        "a": typed,
        "b": [typed.replace(",", ".")],
        typed: "c",
    }


def test_an_empty_value_at_the_very_end_has_a_place() -> None:
    report = Report()
    root = parse_yaml("a: 1\n? ", "x.yaml", report)
    assert root is not None
    assert plain(root) == {"a": "1", "": ""}


def test_a_tilde_is_a_tilde() -> None:
    assert plain(tree("a: ~\n")) == {"a": "~"}


clean_text = st.text(
    st.characters(exclude_categories=("Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp")), max_size=40
)


@given(st.dictionaries(clean_text.filter(lambda key: key != "<<"), clean_text, min_size=1))
def test_what_is_written_is_what_is_read(texts: dict[str, str]) -> None:
    dumped = yaml.safe_dump(texts, allow_unicode=True, width=10**6, sort_keys=False)
    assert plain(tree(dumped)) == texts


@given(st.lists(clean_text, min_size=1), st.sampled_from(["'", '"']))
def test_what_is_quoted_is_what_is_read(texts: list[str], style: str) -> None:
    dumped = yaml.safe_dump(texts, allow_unicode=True, width=10**6, default_style=style)
    assert plain(tree(dumped)) == texts


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a: 1\na: 2\n", (1, 2)),
        ("x:\n  a: 1\n  b: 1\n  a: 2\n", (2, 4)),
        ("- {a: 1, b: 2, a: 3}\n", (1, 1)),
        ("'a': 1\n\"a\": 2\n", (1, 2)),
        ("? a\n: 1\na: 2\n", (1, 3)),
    ],
)
def test_a_key_written_twice_is_refused_with_both_lines(text: str, lines: tuple[int, int]) -> None:
    report = Report()
    parse_yaml(text, "x.yaml", report)
    (only,) = [said for said in report.said if said.code == "YAML012"]
    assert f"{lines[0]} 行目と {lines[1]} 行目に2度" in only.what


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("a: 金沢市の\n  取組状況\n", "金沢市の取組状況"),
        ("a: '金沢市の\n  取組状況'\n", "金沢市の取組状況"),
        ('a: "金沢市の\n  取組状況"\n', "金沢市の取組状況"),
        ("a: >-\n  金沢市の\n  取組状況\n", "金沢市の取組状況"),
        ("a: SDGs\n  goals\n", "SDGs goals"),
        ("a: 金沢\n  SDGs\n", "金沢 SDGs"),
        ("a: 令和\n  5年度\n", "令和 5年度"),
        ("a: 金沢　\n  市\n", "金沢　市"),
    ],
)
def test_a_fold_between_japanese_characters_brings_no_space(text: str, read: str) -> None:
    assert plain(tree(text)) == {"a": read}


def test_words_behind_a_single_space_and_number_sign_are_not_lost_in_silence() -> None:
    root = tree("a: 約2,000人 # 概数\nb: 1  # 覚え書き\nc: C#\n")
    assert isinstance(root, Mapping)
    values = [value for _, value in root.entries]
    assert [value.lost for value in values if isinstance(value, Scalar)] == ["# 概数", "", ""]


@pytest.mark.parametrize("code_point", [0x7F, 0x85, 0xAD, 0xD800, 0xFEFF, 0xFFFE, 0x10FFFF])
def test_a_character_that_cannot_be_printed_is_refused_raw_and_escaped(code_point: int) -> None:
    char = chr(code_point)
    surrogate = category(char) == "Cs"  # no UTF-8 file holds one
    assert surrogate or "YAML020" in codes(f"a: x{char}y\n")
    escape = f"\\U{code_point:08X}"
    assert set(codes(f'a: "x{escape}y"\n')) & {"YAML020", "YAML003"}


def test_every_character_that_cannot_be_printed_is_forbidden() -> None:
    wrong = {
        char
        for char in map(chr, range(0x110000))
        if category(char) in ("Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp") and char not in "\n\t"
    }
    assert set(forbidden("見本" + "".join(wrong))) == wrong


@pytest.mark.parametrize(
    "char", "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"
)
def test_marks_that_turn_the_direction_of_text_are_refused(char: str) -> None:
    assert codes(f"a: x{char}y\n")[0] == "YAML020"
    assert "YAML020" in codes(f'a: "x\\u{ord(char):04x}y"\n')


def test_no_name_of_a_person_is_normalised() -> None:
    names = "".join(chr(code) for code in range(0xF900, 0xFB00) if category(chr(code)) == "Lo")
    assert len(names) >= 460
    assert plain(tree(f"a: {names}\nb: か\u3099\n")) == {"a": names, "b": "か\u3099"}


def test_the_deepest_nesting_is_read_and_a_deeper_one_refused() -> None:
    tree("[" * DEEPEST + "]" * DEEPEST)
    assert codes("[" * (DEEPEST + 1) + "]" * (DEEPEST + 1)) == ["YAML010"]


ALIAS_BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{name}: &{name} [{','.join([f'*{before}'] * 9)}]\n"
    for before, name in zip("abcdefghi", "bcdefghij", strict=True)
)
MERGE_BOMB = "a0: &a0 {k: 1}\n" + "".join(
    f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}]}}\n" for n in range(1, 40)
)
BOMBS = {
    "aliases": ALIAS_BOMB,
    "merge keys": MERGE_BOMB,
    "an alias of itself": "a: &a [*a]\n",
    "brackets": "a: " + "[" * 100_000,
    "braces": "a: " + "{" * 100_000,
    "list marks": "- " * 100_000,
    "question marks": "? " * 100_000,
    "a tag of a function": "a: !!python/object/apply:os.system ['touch pwned']\n",
    "a very long number": "a: " + "9" * 1_000_000 + "\n",
    "a very long line of colons": "a: " + "b: " * 100_000 + "\n",
    "a very long key": "k" * 100_000 + ": 1\n",
}
_CHILD = textwrap.dedent(
    """
    import sys
    from strategy_report.content.messages import render
    from strategy_report.content.read_goal import GOAL
    from strategy_report.content.report import Report
    from strategy_report.content.typing_slips import find_slips
    from strategy_report.content.yaml_tree import parse_yaml

    text = sys.stdin.buffer.read().decode("utf-8")
    for is_key in (GOAL.knows, lambda _: False):
        report = Report()
        for read in (text, find_slips(text, "x.yaml", report, is_key)):
            root = parse_yaml(read, "x.yaml", report)
            if root is not None:
                GOAL.read(root, report)
    assert report.error_count
    sys.stdout.buffer.write(render(report.said[:20]).encode())
    """
)


def _in_a_box() -> None:
    limit = 512 * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    resource.setrlimit(resource.RLIMIT_CPU, (20, 20))


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_within_half_a_gigabyte(name: str) -> None:
    run = subprocess.run(
        [sys.executable, "-c", _CHILD],
        input=BOMBS[name].encode(),
        capture_output=True,
        preexec_fn=_in_a_box,
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, b"")
    said = run.stdout.decode()
    assert "直し方: " in said
    assert max(map(len, said.splitlines())) < 400
