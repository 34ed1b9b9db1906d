"""Whatever a case file holds, it is either read or answered with problems: never with a traceback."""

import math
import random
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from finmodel.errors import CaseError, Problem
from finmodel.inputs.case import Case
from finmodel.inputs.flatten import flatten
from finmodel.inputs.loader import LoadedCase
from finmodel.inputs.table import InputEntry
from tests.inputs.good_case import GOOD, load
from tests.sizes import FULL

FILES = 2000

SCALARS = (
    "1e6", "1e400", "-1e-400", ".nan", "-.inf", "0x1F", "0o17", "010", "1_000", "1 000", "1,5", "12 %", "-12%", "'12'",
    "9" * 400, "9" * 5000, "NO", "yes", "true", "~", "null", "2027-02-30", "2027-01-01", "0001-01-01", "99999-01-01",
    "1:30", "[]", "{}", "[1, [2, [3]]]", "{value: 1}", "{by_year: {2027: 1}}", "{by_period: [1]}", "{times: 2}",
    "{times: .nan}", "{add: {}}", "&a 1", "*a", "&b [*b]", "!!python/object:os.system x", "!!binary aGk=", "!tag {}",
    "<<", "? x", "'", '"', "[", "{", "|", ">", "%x", "@x", "`x", "- 1", "...", "---", "ё", "\u0438\u0306", "\u202e",
    "\U0001f4a1", "\x00", "\x07", "\x1b[31m", "\ufeff", "\ud7ff", "a" * 3000, '"\\x00"', '"\\ud800"', "label", "cpi",
    "sculpted", "term_loan", "plain_stream", "kz_standard", "month", "quarter", "0", "-0.0", "1e-300", "0.1", "240",
)  # fmt: skip


def line_gone(lines: list[str], draw: random.Random) -> None:
    """One line less."""
    del lines[draw.randrange(len(lines))]


def line_twice(lines: list[str], draw: random.Random) -> None:
    """One line more, somewhere else."""
    lines.insert(draw.randrange(len(lines)), draw.choice(lines))


def lines_swapped(lines: list[str], draw: random.Random) -> None:
    """Two lines in each other's place."""
    one, other = draw.randrange(len(lines)), draw.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]


def line_moved_in_or_out(lines: list[str], draw: random.Random) -> None:
    """Another indentation."""
    place = draw.randrange(len(lines))
    lines[place] = draw.choice(["", " ", "  ", "    ", "\t", "        "]) + lines[place].lstrip()


def value_replaced(lines: list[str], draw: random.Random) -> None:
    """Another value under a key."""
    place = draw.randrange(len(lines))
    lines[place] = lines[place].split(":")[0] + ": " + draw.choice(SCALARS)


def key_replaced(lines: list[str], draw: random.Random) -> None:
    """Another key before a value."""
    place = draw.randrange(len(lines))
    margin = lines[place][: len(lines[place]) - len(lines[place].lstrip())]
    lines[place] = margin + draw.choice(SCALARS) + ":" + lines[place].partition(":")[2]


def inner_value_replaced(lines: list[str], draw: random.Random) -> None:
    """Another value inside brackets or braces."""
    place = draw.randrange(len(lines))
    for end in draw.sample([",", "}", "]"], 3):
        head, found, tail = lines[place].partition(end)
        if found:
            lines[place] = head.rsplit(" ", 1)[0] + " " + draw.choice(SCALARS) + end + tail
            return


def character_replaced(lines: list[str], draw: random.Random) -> None:
    """One character more, less or another."""
    place = draw.randrange(len(lines))
    at = draw.randrange(len(lines[place]) + 1)
    lines[place] = lines[place][:at] + draw.choice(["", *SCALARS]) + lines[place][at + draw.randrange(2) :]


def deeply_nested(lines: list[str], draw: random.Random) -> None:
    """Brackets in brackets, or mappings in mappings."""
    depth = draw.choice([3, 30, 300, 3000])
    bracket, end = draw.choice([("[", "]"), ("{a: ", "}"), ("- ", ""), ("&x [", ", *x]")])
    place = draw.randrange(len(lines))
    lines[place] = lines[place].split(":")[0] + ": " + bracket * depth + "1" + end * depth


def many_aliases(lines: list[str], draw: random.Random) -> None:
    """Lists of lists of lists, each many times."""
    bomb = ["z0: &z0 [1, 1, 1, 1, 1, 1, 1, 1, 1]"]
    bomb += [f"z{n}: &z{n} [{', '.join([f'*z{n - 1}'] * draw.choice([2, 9]))}]" for n in range(1, draw.choice([3, 9]))]
    lines[draw.randrange(len(lines)) :] = bomb


MUTATIONS: tuple[Callable[[list[str], random.Random], None], ...] = (
    line_gone, line_twice, lines_swapped, line_moved_in_or_out, value_replaced, value_replaced, key_replaced,
    inner_value_replaced, inner_value_replaced, character_replaced, deeply_nested, many_aliases,
)  # fmt: skip


def mutated(number: int) -> bytes:
    """The good case after a few random mutations; the same for the same number."""
    draw = random.Random(number)  # noqa: S311 - damage that can be repeated, no secret
    lines = GOOD.splitlines()
    for _ in range(draw.choice([1, 1, 2, 3, 8])):
        if lines:
            draw.choice(MUTATIONS)(lines, draw)
    data = "\n".join(lines).encode("utf-8", "surrogatepass")
    if draw.random() < 0.05:
        at = draw.randrange(len(data) + 1)
        data = data[:at] + bytes(draw.randrange(256) for _ in range(4)) + data[at:]
    return data


def outcome(folder: Path, text: bytes | str, overrides: Sequence[str] = ()) -> LoadedCase[Case] | tuple[Problem, ...]:
    """The case, or the problems with it; anything else escapes as an error."""
    try:
        return load(folder, text, overrides=overrides)
    except CaseError as error:
        return error.problems


def well_said(problem: Problem) -> bool:
    """Whether a problem has a place, a remedy, and nothing that garbles a terminal."""
    return problem.line >= 1 and problem.column >= 1 and bool(problem.remedy) and str(problem).isprintable()


def finite(entry: InputEntry) -> bool:
    """Whether every number of an input can be computed with."""
    return all(map(math.isfinite, entry.value if isinstance(entry.value, tuple) else (entry.value,)))


@pytest.mark.slow
def test_two_thousand_damaged_files_are_read_or_answered(tmp_path: Path) -> None:
    answered = 0
    for number in range(FILES):
        found = outcome(tmp_path, mutated(number))
        if isinstance(found, LoadedCase):
            assert all(map(finite, flatten(found.case, found.case.grid(), document=found.document).table)), number
        else:
            answered += 1
            assert [problem for problem in found if not well_said(problem)] == [], number
    assert FILES / 2 < answered < FILES


KEYS = (
    "timing.start", "timing.period", "timing", "", ".", "capex.lights.unit_cost", "capex.lights.spend[2]", "capex[1]",
    "revenue.advertising.amount.by_period[3]", "indices.cpi.rate.by_year.2027", "tax.regime", "tax",
    "scenarios.dear.set", "facilities.senior.sizing.gearing", "project.title.en", "term_sheet.security",
    "revenue.lighting.areas.lamps",
)  # fmt: skip


@pytest.mark.slow
def test_any_override_is_obeyed_or_answered(tmp_path: Path) -> None:
    every = [f"{key}={value}" for key in KEYS for value in SCALARS]
    overrides = [*every[:: 1 if FULL else 4], "", "=", "=1", "a=b=c"]
    found = {override: outcome(tmp_path, GOOD, [override, override]) for override in overrides}
    answered = {override: problems for override, problems in found.items() if isinstance(problems, tuple)}
    assert all(map(well_said, [problem for problems in answered.values() for problem in problems]))
    assert len(overrides) / 2 < len(answered) < len(overrides)
