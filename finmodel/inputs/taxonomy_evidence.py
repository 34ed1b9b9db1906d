"""Evidence for taxonomies: what is known of a project on the indicators by which a taxonomy screens activities."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from finmodel.inputs.block import Block, Inconsistency, InstanceName, Text
from finmodel.inputs.figure import Figure, figure, word
from finmodel.inputs.trouble import not_there
from finmodel.units import Unit

__all__ = ["TaxonomyEvidence"]


class TaxonomyEvidence(Block):
    """One entry under ``taxonomy``: one indicator of one project, by number or document; it serves every taxonomy."""

    project: InstanceName = word("The project under green.projects")
    indicator: InstanceName = word(
        "The indicator, as the taxonomy names it", note="Such as life_cycle_emissions, tailpipe_co2, energy_saving."
    )
    value: Figure | None = figure(
        "Value, in the unit of the taxonomy", Unit.NUMBER, default=None, note="None where a document alone shows it."
    )
    document: Text | None = word("The document that shows it", default=None)

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """A project that the case does not have, and an entry that states nothing."""
        known = tuple(case.green.projects) if case.green is not None else ()
        if self.project not in known:
            yield (("project",), *not_there(self.project, known, "green.projects"))
        if self.value is None and self.document is None:
            yield (), "states neither value nor document", "state value:, document: or both"
        same = [name for name, one in case.taxonomy.items() if (one.project, one.indicator) == self._key]
        if len(same) > 1 and case.taxonomy[same[-1]] is self:
            yield (), f"is of the same project and indicator as {same[0]}", "keep one of the two"

    @property
    def _key(self) -> tuple[str, str]:
        return self.project, self.indicator
