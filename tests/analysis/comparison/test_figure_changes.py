"""Figures aligned by their place: changed, removed, added, in another form, or another word."""

from __future__ import annotations

from finmodel.analysis.comparison.figure_changes import by_path, figure_changes
from finmodel.expr.line import Shape, Variable
from finmodel.inputs.table import InputEntry, InputTable
from finmodel.units import Unit

Number = float | tuple[float, ...]


def table(**values: Number) -> InputTable:
    """Inputs under ``works.``; one number, or one for 2027 and one for 2028."""
    entries = {name: entry(name, value) for name, value in values.items()}
    return InputTable({entry.variable.name: entry for entry in entries.values()})


def entry(name: str, value: Number, path: str | None = None, choices: tuple[str, ...] = ()) -> InputEntry:
    by_year = isinstance(value, tuple)
    variable = Variable(
        f"{name}_by_year" if by_year else name, name, Unit.NUMBER, Shape.TABLE if by_year else Shape.SCALAR
    )
    axis = ("2027", "2028") if by_year else ()
    return InputEntry(variable, value, f"works.{name}" if path is None else path, axis=axis, choices=choices)


def test_what_differs_is_told_in_the_order_of_the_file_with_what_is_new_last() -> None:
    found = figure_changes(table(a=1.0, b=2.0, c=3.0), table(d=4.0, c=5.0, a=1.0))
    assert [(change.path, change.kind) for change in found] == [
        ("works.b", "removed"), ("works.c", "changed"), ("works.d", "added"),
    ]  # fmt: skip


def test_a_figure_that_becomes_a_table_is_one_figure_that_changed() -> None:
    (change,) = figure_changes(table(a=1.0), table(a=(1.0, 2.0)))
    assert (change.path, change.kind) == ("works.a", "changed")


def test_the_same_number_may_be_another_word() -> None:
    first = InputTable({"a": entry("a", 1.0, choices=("even", "given"))})
    second = InputTable({"a": entry("a", 1.0, choices=("given", "even"))})
    assert len(figure_changes(first, second)) == 1
    assert figure_changes(first, first) == ()


def test_what_follows_from_the_grid_stands_in_no_file() -> None:
    assert by_path(InputTable({"months": entry("months", 6.0, path="")})) == {}
