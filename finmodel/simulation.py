"""From a case file to its simulation: load, size, draw and run scenarios, write what they show."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from finmodel.analysis.simulation.parts import PartsInFolder
from finmodel.analysis.simulation.plan import Plan
from finmodel.analysis.simulation.simulating import Wanted, planned, simulated, values_by_scenario
from finmodel.errors import UsageError
from finmodel.inputs.case import Case
from finmodel.inputs.loader import LoadedCase, load_deal
from finmodel.inputs.uncertainty_varying import varying
from finmodel.outputs.simulation.files import write_simulation
from finmodel.outputs.uncertainty.simulation_page import write_simulation_page
from finmodel.pipeline import base_results
from finmodel.results import Results
from finmodel.simulated import Simulation

__all__ = ["plan_case", "simulate_case"]

PAGE = "simulation.html"


def simulate_case(
    path: Path,
    wanted: Wanted,
    directory: Path | None = None,
    *,
    overrides: Sequence[str] = (),
    jobs: int = 1,
    resume: bool = False,
    progress: Callable[[int, int], None] | None = None,
    lang: str = "en",
) -> tuple[Simulation, tuple[Path, ...]]:
    """A case in many scenarios, and the paths of what is written: ``reports/<case name>`` if no folder is given.

    The page among them is in the language ``lang``.

    Chunks that are done are kept in the folder until all are, so that ``resume`` can go on after an interruption. The
    same arguments give the same files byte for byte, whatever ``jobs`` is. Raises ``UsageError`` where nothing is
    uncertain, ``CaseError`` with every problem of the file, and ``DiskError`` where chunks cannot be kept.
    """
    loaded, results, plan = plan_case(path, wanted, overrides=overrides)
    directory = directory or Path("reports") / results.name
    parts = PartsInFolder(directory, plan.key, wanted.settings, resume=resume)
    found = simulated(results, loaded.case, plan, parts, jobs=jobs, progress=progress)
    written = write_simulation(found, values_by_scenario(parts), directory)
    page = directory / PAGE
    write_simulation_page(results, found, page, lang)
    parts.remove()
    return found, (*written, page)


def plan_case(path: Path, wanted: Wanted, *, overrides: Sequence[str] = ()) -> tuple[LoadedCase[Case], Results, Plan]:
    """A case file, the results of its base case, and the plan of a simulation that starts from them."""
    loaded = load_deal(path, overrides=overrides)
    if not isinstance(loaded.case, Case):
        raise UsageError(f"{loaded.name} is an issuance of bonds; a simulation is of a project.")
    project = varying(loaded)
    results = base_results(project)
    return project, results, planned(results, project, wanted)
