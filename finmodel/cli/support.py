"""``finmodel support`` and ``finmodel minimum-support``: what support gives and moves, and how little would do."""

from __future__ import annotations

from finmodel.cli.console import say
from finmodel.cli.options import CaseArgument, JsonOption, LangOption, SetOption, case_file, of_a_project
from finmodel.errors import UsageError

__all__ = ["minimum_support", "support"]


def support(
    case: CaseArgument, changes: SetOption = None, lang: LangOption = "en", as_json: JsonOption = False
) -> None:
    """Say what support gives and moves.

    Grant elements, concessionality and mobilisation; the case with and without each concessional loan, grant and
    guarantee, sized anew and under each risk, by party and for each unit of what it costs.
    """
    from finmodel.outputs.json_results import as_json as json_text
    from finmodel.outputs.json_results import support_document
    from finmodel.outputs.language import translator
    from finmodel.outputs.support_records import measured_lines
    from finmodel.outputs.support_text import support_lines
    from finmodel.pipeline import run_case

    path = case_file(case)
    results = run_case(path, overrides=changes or ())
    of_a_project(results)
    if not measured_lines(results) and not results.support_effects:
        raise UsageError(
            f"{path} has no support to measure: no concessional loan, grant or guarantee of debt; see docs/blended.md."
        )
    if as_json:
        say(json_text(support_document(results)).rstrip("\n"))
        return
    for line in support_lines(results, translator(lang)):
        say(line)


def minimum_support(
    case: CaseArgument, changes: SetOption = None, lang: LangOption = "en", as_json: JsonOption = False
) -> None:
    """Find the least support that is enough.

    The lever of the case is moved from no support towards the most, the debt sized anew at every step, until all
    targets hold: none needed, so much, or not reachable and which limit binds.
    """
    from finmodel.outputs.json_results import as_json as json_text
    from finmodel.outputs.json_results import minimum_document
    from finmodel.outputs.language import translator
    from finmodel.outputs.support_text import minimum_lines
    from finmodel.pipeline import run_case

    path = case_file(case)
    results = run_case(path, overrides=changes or ())
    of_a_project(results)
    if results.minimum_support is None:
        raise UsageError(
            f"{path} does not say what support is to reach; state concessionality.targets and concessionality.lever, "
            "as docs/blended.md shows."
        )
    if as_json:
        say(json_text(minimum_document(results)).rstrip("\n"))
        return
    for line in minimum_lines(results, translator(lang)):
        say(line)
