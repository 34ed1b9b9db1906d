"""The annexes of record: key results, assumptions with their sources, checks, version."""

from __future__ import annotations

from finmodel.inputs.table import InputEntry
from finmodel.inputs.text import in_words
from finmodel.outputs.table import Layout, Row, Table
from finmodel.outputs.term_sheet.document import Section, Term
from finmodel.outputs.term_sheet.view import View
from finmodel.results import Check
from finmodel.units import Unit

__all__ = ["assumptions_annex", "checks_annex", "results_annex", "version_annex"]


_ASSUMPTION_COLUMNS = ("Value", "Status", "Source and note", "As of")
_CHECK_COLUMNS = ("Kind", "Value", "Result")


def results_annex(view: View) -> Section:
    """Every key result, with how it is measured or why there is none."""
    return Section("annex-results", view.say("Key results"), tables=(_results(view),))


def checks_annex(view: View) -> Section:
    """Every integrity check and alert with its value."""
    return Section("annex-checks", view.say("Checks"), tables=(_checks(view),))


def _results(view: View) -> Table:
    rows = tuple(
        Row(
            view.label(kpi.line),
            kpi.unit,
            (view.amount(kpi.value, kpi.unit), view.reason(kpi.line) if kpi.reason else view.note(kpi.line)),
        )
        for kpi in view.results.kpis.values()
    )
    columns = (view.say("Value"), view.say("How it is measured"))
    return Table("table-results", view.say("Key results"), columns, rows, stub=view.say("Result"), layout=Layout.WORDS)


def assumptions_annex(view: View) -> Section:
    """Every input with its value, its status, its source and the date of that source."""
    headings: dict[str, list[Row]] = {}
    for entry in view.results.inputs:
        headings.setdefault(_heading(view, entry), []).append(_assumption(view, entry))
    rows = [
        row for heading, members in headings.items() for row in (Row(heading, Unit.FLAG, (), kind="heading"), *members)
    ]
    columns = tuple(map(view.say, _ASSUMPTION_COLUMNS))
    stub = view.say("Figure")
    table = Table("table-assumptions", view.say("Assumptions"), columns, tuple(rows), stub=stub, layout=Layout.WORDS)
    return Section("annex-assumptions", view.say("Assumptions"), tables=(table,), note=view.provenance())


def _heading(view: View, entry: InputEntry) -> str:
    group = view.say(in_words(entry.variable.group))
    instance, dot, _ = entry.variable.name.rpartition(".")
    return f"{group}: {view.instance(instance)}" if dot else group


def _assumption(view: View, entry: InputEntry) -> Row:
    where = entry.provenance
    stated = ". ".join(text.rstrip(".") for text in (where.source, where.note) if text)
    status = view.say(where.status) if where.stated else view.say("default")
    cells = (view.input_text(entry), status, stated, where.as_of)
    return Row(view.input_label(entry.variable), entry.variable.unit, cells)


def _verdict(view: View, check: Check) -> str:
    if check.ok:
        return view.say("holds")
    return view.say("does not hold") if check.kind == "integrity" else view.say("look here")


def _checks(view: View) -> Table:
    kinds = {"integrity": view.say("Integrity"), "alert": view.say("Alert")}
    rows = tuple(
        Row(
            view.label(check.line),
            view.unit(check.line),
            (
                kinds.get(check.kind, check.kind),
                view.amount(check.value, view.unit(check.line)),
                _verdict(view, check),
            ),
        )
        for check in view.results.checks.values()
    )
    columns = tuple(map(view.say, _CHECK_COLUMNS))
    note = view.say("An integrity check holds when its value is zero; an alert shows what a reader should look at.")
    return Table(
        "table-checks", view.say("Checks"), columns, rows, note=note, stub=view.say("Check"), layout=Layout.WORDS
    )


def version_annex(view: View) -> Section:
    """What the document was computed from: case, scenario, version, hashes."""
    hashes = view.results.hashes
    terms = (
        Term(view.say("Case"), (view.results.name,)),
        Term(view.say("Scenario"), (view.scenario(),)),
        Term(view.say("Version of finmodel"), (hashes.get("version", ""),)),
        Term(view.say("Case file (SHA-256)"), (hashes.get("case", ""),)),
        Term(view.say("Inputs (SHA-256)"), (hashes.get("inputs", ""),)),
        Term(view.say("Passes of the solved lines"), (str(view.results.passes),)),
        Term(view.say("Lines of the model"), (str(len(view.results.graph.lines)),)),
    )
    return Section("annex-version", view.say("Model and version"), terms)
