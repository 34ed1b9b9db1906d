"""``finmodel risks``: the risk matrix of a case, and who really bears each risk as the model computes it."""

from __future__ import annotations

from finmodel.cli.console import say
from finmodel.cli.options import CaseArgument, JsonOption, LangOption, SetOption, case_file, of_a_project
from finmodel.errors import UsageError

__all__ = ["risks"]


def risks(case: CaseArgument, changes: SetOption = None, lang: LangOption = "en", as_json: JsonOption = False) -> None:
    """Say who bears which risk.

    Every risk that the case states happens alone, with the debt as contracted: who then has more and who has less,
    against what was intended.
    """
    from finmodel.outputs.json_results import as_json as json_text
    from finmodel.outputs.json_results import risks_document
    from finmodel.outputs.language import translator
    from finmodel.outputs.risk_text import risk_lines
    from finmodel.pipeline import run_case

    path = case_file(case)
    results = run_case(path, overrides=changes or ())
    of_a_project(results)
    if not results.risk_sharing.risks:
        raise UsageError(f"{path} states no risks; list them under risks:, as docs/risk_sharing.md shows.")
    if as_json:
        say(json_text(risks_document(results)).rstrip("\n"))
        return
    for line in risk_lines(results, translator(lang)):
        say(line)
