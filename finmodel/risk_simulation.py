"""From a case file to risk sharing under uncertainty: the scenarios of a simulation, with and without each support."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from finmodel.analysis.paired_runs import Asked, sharing
from finmodel.analysis.simulation.simulating import Wanted
from finmodel.errors import UsageError
from finmodel.inputs.risks import public_parties
from finmodel.inputs.support import instruments, revenue_guarantees
from finmodel.outputs.files import write_text
from finmodel.outputs.json_results import as_json
from finmodel.outputs.simulation.sharing_records import sharing_document
from finmodel.risk_distributions import Sharing
from finmodel.simulation import plan_case

__all__ = ["RISK_SHARING", "share_uncertain_risks"]

RISK_SHARING = "risk_sharing.json"


def share_uncertain_risks(
    path: Path,
    wanted: Wanted,
    asked: Asked,
    directory: Path | None = None,
    *,
    overrides: Sequence[str] = (),
    jobs: int = 1,
    progress: Callable[[int, int], None] | None = None,
) -> tuple[Sharing, Path]:
    """Who bears what and what support is worth, on the draws of ``wanted``, and the path of what is written.

    The same arguments give the same file byte for byte, whatever ``jobs`` is. Raises ``UsageError`` where nothing is
    uncertain or support is asked about and there is none, and ``CaseError`` with every problem of the file.
    """
    loaded, results, plan = plan_case(path, wanted, overrides=overrides)
    case = loaded.case
    support = (*instruments(case, results.inputs), *revenue_guarantees(case, results.inputs))
    if asked.support and not support:
        raise UsageError(
            f"{results.name} has no support to measure: no concessional loan, grant, guarantee of debt or of revenue; "
            "see docs/support.md."
        )
    found = sharing(results, plan, support, public_parties(case), asked, jobs=jobs, progress=progress)
    written = (directory or Path("reports") / results.name) / RISK_SHARING
    write_text(written, as_json(sharing_document(found)))
    return found, written
