"""An audit trail as text: a tree that a terminal shows and a printer prints, or a record for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from finmodel.engines.words_explain import Explanation, Value
from finmodel.engines.words_figures import Show, plain_figure
from finmodel.outputs.language import Language
from finmodel.outputs.summary import spoken
from finmodel.results import Results
from finmodel.units import Unit

__all__ = ["Row", "explanation_document", "explanation_rows", "formula_figures"]

_MOST_RUNS = 8


@dataclass(frozen=True, slots=True)
class Row:
    """One line of text of the tree: its branches, its words, and what kind of line it is."""

    branches: str
    text: str
    kind: str
    """``head`` (name and value), ``formula`` or ``note``."""


def formula_figures(language: Language) -> Show:
    """How a formula shows values in a language: nothing is 0 and not a dash, a flag is 1 or 0."""
    if language.code == "en":
        return plain_figure

    def show(value: Value, unit: Unit) -> str:
        if value is not None and unit in {Unit.MONEY, Unit.FLAG}:
            return language.number(value, unit.format.decimals)
        return language.figure(value, unit)

    return show


def explanation_rows(explanation: Explanation, results: Results, language: Language) -> list[Row]:
    """The tree of an audit trail, top first."""
    writer = _Writer(results, language)
    return list(writer.rows(explanation, "", ""))


class _Writer:
    def __init__(self, results: Results, language: Language) -> None:
        self.results = results
        self.translate = spoken(language)
        self.show = formula_figures(language)
        self.currency = language.currency(results.currency)

    def rows(self, node: Explanation, first: str, rest: str) -> Iterator[Row]:
        yield Row(first, self._head(node), "head")
        under = rest + ("│  " if node.children else "   ")
        for formula in (node.words, node.figures):
            if formula:
                yield Row(under, f"= {formula}", "formula")
        if node.values:
            yield Row(under, self._runs(node.values, node), "formula")
        for note in self._notes(node):
            yield Row(under, note, "note")
        for child in node.children[:-1]:
            yield from self.rows(child, rest + "├─ ", rest + "│  ")
        if node.children:
            yield from self.rows(node.children[-1], rest + "└─ ", rest + "   ")

    def _head(self, node: Explanation) -> str:
        where = f", {self._when(node)}" if node.period is not None else ""
        value = "" if node.values else f" = {self._amount(node.value, node)}"
        return f"{node.label} [{node.name}]{where}{value}"

    def _when(self, node: Explanation) -> str:
        assert node.period is not None
        entry = self.results.inputs.entries.get(node.name)
        if entry is not None and entry.axis:
            return str(entry.axis[node.period - 1])
        ends = self.results.periods[node.period - 1].end if node.period <= len(self.results.periods) else None
        text = self.translate("period {number}").format(number=node.period)
        return f"{text} ({ends.isoformat()})" if ends else text

    def _amount(self, value: Value, node: Explanation) -> str:
        money = f" {self.currency}" if node.unit.is_money and value is not None else ""
        return self.show(value, node.unit) + money

    def _runs(self, values: Sequence[Value], node: Explanation) -> str:
        """The values of a series, equal neighbours together: ``1–4: 0.0; 5: 12.5; …``."""
        runs: list[tuple[int, int, str]] = []
        for number, value in enumerate(values, start=1):
            shown = self.show(value, node.unit)
            if runs and runs[-1][2] == shown:
                runs[-1] = (runs[-1][0], number, shown)
            else:
                runs.append((number, number, shown))
        parts = [f"{a}: {shown}" if a == b else f"{a}–{b}: {shown}" for a, b, shown in runs]
        return "; ".join(parts if len(parts) <= _MOST_RUNS else [*parts[: _MOST_RUNS - 2], "…", parts[-1]])

    def _notes(self, node: Explanation) -> list[str]:
        given = node.provenance
        if given is None:
            return [text for text in (node.note, node.remark, node.source) if text]
        status = self.translate(given.status) + ("" if given.stated else f" ({self.translate('default')})")
        origin = "; ".join(text for text in (given.source, given.as_of) if text)
        return [text for text in (node.note, f"{node.path} · {status}", origin, given.note) if text]


def explanation_document(explanation: Explanation) -> dict[str, Any]:
    """The audit trail as a record: empty parts left out, ``value`` always there."""
    record: dict[str, Any] = {
        "line": explanation.name,
        "label": explanation.label,
        "kind": explanation.kind,
        "unit": explanation.unit.value,
        "period": explanation.period,
        "value": explanation.value,
        "values": list(explanation.values),
        "words": explanation.words,
        "figures": explanation.figures,
        "note": explanation.note,
        "remark": explanation.remark,
        "path": explanation.path,
        "source": explanation.source,
    }
    if explanation.provenance is not None:
        record |= {"as_of": explanation.provenance.as_of, "status": explanation.provenance.status}
    kept = {key: value for key, value in record.items() if key == "value" or value not in ("", [], None)}
    return kept | {"children": [explanation_document(child) for child in explanation.children]}
