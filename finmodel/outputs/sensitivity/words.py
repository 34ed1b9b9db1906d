"""Moves, levels, questions and answers of a sensitivity in the words of one language."""

from __future__ import annotations

import math

from finmodel.outputs.term_sheet.view import View
from finmodel.results import Value
from finmodel.sensitivities import BreakEven, Crossing, Measured, Move, Sensitivities
from finmodel.units import Unit

__all__ = [
    "answer_text", "crossing_text", "debt_text", "level_text", "moves_text", "move_label", "question_text",
    "range_text", "result_label", "value_text",
]  # fmt: skip

_TIMES = "\N{MULTIPLICATION SIGN}"
_DIGITS, _SHOWN = 6, 4
"""Digits of a level: where it is the answer, and where it is one of several steps."""


def debt_text(view: View, found: Sensitivities) -> str:
    """Whether the debt stays as contracted."""
    if found.frozen:
        return view.say("Debt stays as contracted in the base case, whatever moves")
    return view.say("Debt is sized again wherever a figure moves")


def moves_text(view: View, found: Sensitivities) -> str:
    """Where the moves come from."""
    if not found.derived:
        return view.say("All else stays as in the case.")
    return view.say(
        "The case states no moves: these are defaults, taken from what it consists of (costs, revenue and exchange "
        "rates by a tenth, inflation and base rates by one point, a delay as far as there is room). State your own "
        "under sensitivity: in the case, or with --move."
    )


def result_label(view: View, measured: Measured) -> str:
    """What a result is called."""
    return view.label(measured.line)


def move_label(view: View, move: Move) -> str:
    """What a move is called: as the case calls it, else by its figure."""
    if not move.derived or len(move.figures) > 1:
        text = view.language.text(move.label)
        return view.say(text) if text == str(move.label) else text
    entry = next((entry for entry in view.results.inputs if entry.path == move.figures[0]), None)
    if entry is None:
        return view.say(str(move.label))
    instance = entry.variable.name.rpartition(".")[0]
    label = view.input_label(entry.variable)
    return f"{view.instance(instance)}: {label}" if instance else label


def level_text(view: View, move: Move, level: float, digits: int = _SHOWN) -> str:
    """A level: a factor, an amount with its sign, or a value with its unit; with no more digits than it needs."""
    if move.way == "times":
        return f"{_TIMES} {_number(view, level, digits)}"
    value = _quantity(view, level, move.unit, digits)
    return f"+{value}" if move.way == "add" and level > 0 else value


def _number(view: View, value: float, digits: int) -> str:
    plain, decimals = _plain(value, digits)
    return view.language.number(plain, decimals)


def _plain(value: float, digits: int) -> tuple[float, int]:
    """A value to so many digits, those before the point always whole, and the decimals that it then needs."""
    before = math.floor(math.log10(abs(value))) + 1 if value else 1
    plain = round(value, max(digits - before, 0))
    return plain, len(f"{plain:.10f}".rstrip("0").partition(".")[2])


def _quantity(view: View, value: float, unit: Unit, digits: int) -> str:
    """A value with its unit, and more digits than usual where it needs them."""
    if unit.format.percent:
        plain, decimals = _plain(value * 100, digits)
        return view.language.percent(plain / 100, decimals)
    if unit in {Unit.MONTHS, Unit.DAYS, Unit.YEARS, Unit.DATE, Unit.CALENDAR_YEAR}:
        return view.language.quantity(value, unit, view.results.currency)
    return _number(view, value, digits)


def range_text(view: View, move: Move) -> str:
    """Both ends of a move."""
    return view.say("%(low)s to %(high)s", low=level_text(view, move, move.low), high=level_text(view, move, move.high))


def value_text(view: View, measured: Measured, value: Value) -> str:
    """A result as a sentence shows it."""
    return view.amount(value, measured.unit)


def question_text(view: View, found: Sensitivities, asked: BreakEven) -> str:
    """What is asked, e.g. ``Equity IRR = 15.00% a year``."""
    if asked.relation == "lock_up":
        return view.say("Distributions are locked up")
    if asked.relation == "default":
        return view.say("A period falls into default")
    measured = found.kpi(asked.kpi)
    said = {"equals": "%(result)s = %(value)s", "below": "%(result)s < %(value)s", "above": "%(result)s > %(value)s"}
    value = value_text(view, measured, asked.target)
    return view.say(said[asked.relation], result=result_label(view, measured), value=value)


def answer_text(view: View, found: Sensitivities, asked: BreakEven) -> list[str]:
    """The answer in sentences: where, already, or never between which bounds; then every other crossing."""
    told = []
    if asked.answer == "already":
        told.append(view.say("This is already so in the case."))
    if asked.answer == "never":
        told.append(_never(view, found, asked))
    told += [crossing_text(view, found, asked, crossing) for crossing in asked.crossings]
    told.append(_looked(view, asked))
    return told


def _never(view: View, found: Sensitivities, asked: BreakEven) -> str:
    measured = found.kpi(asked.kpi)
    if asked.lowest is None:
        return view.say("Never within the bounds searched: there is no such result between them.")
    if asked.relation in {"lock_up", "default"}:
        return view.say("Never within the bounds searched.")
    return view.say(
        "Never within the bounds searched: the result lies between %(low)s and %(high)s.",
        low=value_text(view, measured, asked.lowest),
        high=value_text(view, measured, asked.highest),
    )


def crossing_text(view: View, found: Sensitivities, asked: BreakEven, crossing: Crossing) -> str:
    """One level at which the answer turns, with what the figures then are."""
    measured = found.kpi(asked.kpi)
    level = _named(view, asked.move, crossing)
    value = value_text(view, measured, crossing.value)
    if asked.relation == "equals" and crossing.before is not None:
        before = level_text(view, asked.move, crossing.before, _DIGITS)
        words = {"before": before, "old": value_text(view, measured, crossing.value_before), "value": value}
        if asked.move.whole:
            said = "Between %(before)s (%(old)s) and %(level)s (%(value)s)."
            return view.say(said, level=level, **words)
        return view.say(
            "At %(level)s, in a jump from %(old)s to %(value)s: no level gives it exactly.", level=level, **words
        )
    if asked.relation == "equals":
        return view.say("At %(level)s.", level=level)
    if asked.move.whole:
        said = "Holds from %(level)s on." if crossing.holds == "above" else "Holds up to %(level)s."
    else:
        said = "Holds above %(level)s." if crossing.holds == "above" else "Holds below %(level)s."
    return view.say(said, level=level)


def _named(view: View, move: Move, crossing: Crossing) -> str:
    """A level, and what the only figure of the move then is; money with its currency."""
    level = level_text(view, move, crossing.level, _DIGITS)
    if len(move.figures) != 1 or not crossing.figures:
        return level
    ((path, value),) = crossing.figures.items()
    variable = next(entry.variable for entry in view.results.inputs if entry.path == path)
    told = _quantity(view, value, variable.unit, _DIGITS)
    if variable.unit.is_money:
        told = f"{told} {view.language.unit_name(variable.unit, view.money(variable.name))}"
    if move.way == "to":
        return told
    return level if value == crossing.level else f"{level} ({told})"


def _looked(view: View, asked: BreakEven) -> str:
    told = view.say(
        "Searched from %(low)s to %(high)s at %(count)s levels, and closer wherever the answer turns.",
        low=level_text(view, asked.move, asked.move.low),
        high=level_text(view, asked.move, asked.move.high),
        count=asked.looked_at,
    )
    if not asked.blanks:
        return told
    blanks = view.say("Passed over without a value: %(count)s. %(reason)s", count=asked.blanks, reason=asked.reason)
    return f"{told} {blanks}"
