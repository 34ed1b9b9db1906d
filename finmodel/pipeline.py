"""From a case file to its documents: load, assemble, evaluate, write."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, replace
from functools import partial
from pathlib import Path
from typing import Any

from finmodel import __version__
from finmodel.analysis.columns import Columns
from finmodel.analysis.comparison.scenario_kpis import scenario_kpis
from finmodel.analysis.evaluation import About, Scenario, evaluate
from finmodel.analysis.green.tables import green_tables
from finmodel.analysis.minimum_concessionality import minimum_support, target_lines
from finmodel.analysis.payoffs import payoffs
from finmodel.analysis.public_side import facts_of, record_tables, with_contingent
from finmodel.analysis.refusals import refusals
from finmodel.analysis.risk_sharing import risk_lines, share_risks
from finmodel.analysis.support_effects import effect_lines, support_effects
from finmodel.beside import Beside
from finmodel.engines.numpy_engine import NumpyEngine
from finmodel.errors import CaseError, UsageError
from finmodel.inputs.case import Case
from finmodel.inputs.concessionality import Concessionality
from finmodel.inputs.flatten import changed_inputs, flatten
from finmodel.inputs.issuance import Issuance
from finmodel.inputs.loader import BASE, Deal, LoadedCase, load_deal
from finmodel.inputs.risks import public_parties
from finmodel.inputs.support import instruments
from finmodel.inputs.table import InputTable
from finmodel.inputs.words_of_case import words_of
from finmodel.model.assembly import Model, assemble
from finmodel.model.issuance_assembly import assemble_issuance
from finmodel.outputs.files import replacing, write_text
from finmodel.outputs.json_results import as_json, results_json
from finmodel.outputs.manifest import manifest
from finmodel.outputs.ocds import ocds_json
from finmodel.outputs.term_sheet.writer import write_term_sheet
from finmodel.outputs.workbook import Draft, write_workbook
from finmodel.results import Results, ScenarioInputs

__all__ = [
    "DOCUMENTS",
    "EXPORTS",
    "base_results",
    "run_and_write",
    "run_case",
    "sized_case",
    "write_document",
    "write_outputs",
]

DOCUMENTS: Mapping[str, str] = {"json": "results.json", "workbook": "model.xlsx", "term-sheet": "term_sheet.html"}
"""The documents of a case, and the file each is."""

EXPORTS: Mapping[str, str] = {**DOCUMENTS, "ocds": "ocds.json"}
"""What can be exported alone: the documents, and the deal in the open standard for public contracts."""

Loaded = LoadedCase[Case] | LoadedCase[Issuance]

_TEXTS: Mapping[str, Callable[[Results], str]] = {"json": results_json, "ocds": ocds_json}


def run_case(
    path: Path, *, overrides: Sequence[str] = (), scenario: str | None = None, resize: bool = False
) -> Results:
    """The results of a case file, as it is or under one of its scenarios; risks are shared out in the base case.

    The base case is always sized; a scenario then runs at the contract's debt, or with ``resize`` is sized again. In an
    issuance nothing is sized: amounts are stated, and a scenario finds its yields anew.
    Raises ``CaseError`` with every problem of the file, and ``NotConvergedError``.
    """
    loaded, results = sized_case(path, overrides, scenario, resize=resize)
    return replace(results, **_analysed(loaded, results))


def run_and_write(
    path: Path,
    directory: Path | None = None,
    *,
    overrides: Sequence[str] = (),
    scenario: str | None = None,
    resize: bool = False,
    lang: str = "en",
    command: Sequence[str] = (),
) -> tuple[Results, tuple[Path, ...]]:
    """The same results, and the paths of every document, written to ``reports/<case name>`` if no folder is given.

    Quicker than one after the other: while what risks and support move is found, the workbook is drafted.
    """
    loaded, results = sized_case(path, overrides, scenario, resize=resize)
    analysed = Beside(partial(_analysed, loaded, results))
    draft = Draft(results)
    results = replace(results, **analysed.result())
    directory = directory or Path("reports") / results.name
    return results, write_outputs(results, directory, lang=lang, command=command, draft=draft)


def base_results(loaded: Loaded) -> Results:
    """The base case of a case that is loaded, sized at financial close, without what risks and support move.

    Raises ``CaseError`` with what the results refuse, and ``NotConvergedError``.
    """
    model = _model(loaded.case)
    results = evaluate(model, _about(loaded, model), scenarios=_scenarios(loaded))
    refused = list(refusals(results, loaded.document))
    if refused:
        raise CaseError(refused)
    return results


def sized_case(
    path: Path, overrides: Sequence[str], scenario: str | None, *, resize: bool, reviewed: bool = False
) -> tuple[Loaded, Results]:
    """A case and its results, before what its risks and its support move.

    A review refuses nothing under ``green``. Raises ``CaseError`` and ``NotConvergedError``.
    """
    loaded = load_deal(path, overrides=overrides)
    scenarios = _scenarios(loaded)
    model = _model(loaded.case)
    results = evaluate(
        model, _about(loaded, model), scenario=_chosen(loaded, scenario, resize=resize), scenarios=scenarios
    )
    refused = list(refusals(results, loaded.document, left_to_review=reviewed))
    if refused:
        raise CaseError(refused)
    return loaded, replace(
        results,
        tables=record_tables(results),
        facts=facts_of(loaded.case) if isinstance(loaded.case, Case) else {},
        details={**results.details, "green_tables": green_tables(loaded.case, results)},
    )


def _model(case: Deal) -> Model:
    return assemble_issuance(case) if isinstance(case, Issuance) else assemble(case)


def _analysed(loaded: Loaded, results: Results) -> dict[str, Any]:
    """What analysis adds to the results, by field: payoffs; in the base case scenarios, what risks and support move."""
    found = replace(results, payoffs=payoffs(results))
    if results.scenario == BASE:
        found = replace(found, scenario_results=scenario_kpis(results))
    if results.scenario == BASE and isinstance(loaded.case, Case):
        found = _with_risks(loaded, loaded.case, found)
    values = {field.name: getattr(found, field.name) for field in fields(found)}
    return {name: value for name, value in values.items() if value is not getattr(results, name)}


def write_outputs(
    results: Results, directory: Path, *, lang: str = "en", command: Sequence[str] = (), draft: Draft | None = None
) -> tuple[Path, ...]:
    """Every document of a case in one folder, ``results.json`` first and ``manifest.json`` last; their paths.

    ``draft`` is what was drafted of the workbook already.
    """
    written = [directory / file for file in DOCUMENTS.values()]
    texts = Beside(partial(_write_texts, results, directory, lang))
    try:
        write_document(results, "workbook", directory / DOCUMENTS["workbook"], lang=lang, draft=draft)
    finally:
        texts.result()
    last = directory / "manifest.json"
    write_text(last, as_json(manifest(results, command, written)))
    return (*written, last)


def _write_texts(results: Results, directory: Path, lang: str) -> None:
    for document, file in DOCUMENTS.items():
        if document != "workbook":
            write_document(results, document, directory / file, lang=lang)


def write_document(
    results: Results, document: str, path: Path, *, lang: str = "en", draft: Draft | None = None
) -> None:
    """One document or export. It replaces what was there only once it is whole."""
    if document in _TEXTS:
        write_text(path, _TEXTS[document](results))
        return
    with replacing(path) as partial_file:
        if document == "workbook":
            write_workbook(results, partial_file, draft=draft)
        else:
            write_term_sheet(results, partial_file, lang)


def _chosen(loaded: Loaded, scenario: str | None, *, resize: bool) -> Scenario | None:
    if scenario is None or scenario == BASE:
        return None
    if scenario not in loaded.scenarios:
        known = ", ".join((BASE, *loaded.scenarios))
        raise UsageError(f"{loaded.path} has no scenario {scenario!r}; it has: {known}.")
    variant = loaded.scenarios[scenario].case
    return Scenario(scenario, _model(variant), resize or isinstance(variant, Issuance))


def _scenarios(loaded: Loaded) -> tuple[ScenarioInputs, ...]:
    """Each scenario with the inputs it changes, on the periods of the case itself."""
    grid = loaded.case.grid()
    flat = flatten(loaded.case, grid, document=loaded.document)
    stated = loaded.case.scenarios
    return tuple(
        ScenarioInputs(name, stated[name].label or name, changed_inputs(flat, variant.case, grid), stated[name].parent)
        for name, variant in loaded.scenarios.items()
    )


def _with_risks(loaded: Loaded, case: Case, results: Results) -> Results:
    """The results of the base case with its risks, each by the inputs that it changes, and with what support moves."""
    grid = case.grid()
    flat = flatten(case, grid, document=loaded.document)
    shocks = {name: changed_inputs(flat, variant.case, grid) for name, variant in loaded.risks.items()}
    given, searched = instruments(case, results.inputs), _searched(case)
    compared = [*(effect_lines(results) if given else ()), *(target_lines(results) if searched else ())]
    lines = [*(risk_lines(results) if case.risks else ()), *Columns.lines_for(compared)]
    engine = NumpyEngine(results.graph, len(results.periods), outputs=lines)
    if case.risks:
        shared = share_risks(results, case.risks, shocks, public_parties(case), engine)
        results = replace(results, risk_sharing=shared)
    results, columns = with_contingent(case, results, shocks), Columns(results, compared, engine)
    effects = support_effects(results, given, shocks, columns)
    least = minimum_support(results, searched, case, columns) if searched else None
    return replace(results, support_effects=effects, minimum_support=least)


def _searched(case: Case) -> Concessionality | None:
    """What is said of concessionality, if the least support is asked for."""
    return case.concessionality if case.concessionality is not None and case.concessionality.lever is not None else None


def _about(loaded: Loaded, model: Model) -> About:
    project = loaded.case.project
    scale = "" if project.money == "one" else f" {project.money}"
    hashes = {"case": loaded.sha256, "inputs": _fingerprint(model.inputs), "version": __version__}
    kind = "issuance" if isinstance(loaded.case, Issuance) else "project"
    return About(loaded.name, project.title, project.currency + scale, words_of(loaded.case), hashes, kind)


def _fingerprint(inputs: InputTable) -> str:
    """SHA-256 of the names and values of all inputs: what the numbers depend on, however the file is written."""
    return hashlib.sha256(json.dumps(inputs.values, sort_keys=True).encode()).hexdigest()
