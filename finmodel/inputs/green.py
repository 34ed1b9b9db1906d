"""Green: framework, eligible projects, allocation of proceeds and impact of labelled instruments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Literal

from finmodel.inputs.block import Block, Inconsistency, InstanceName
from finmodel.inputs.figure import word
from finmodel.inputs.green_allocations import Allocation, Claim, Result
from finmodel.inputs.green_framework import ExternalReview, Framework, Management, Reporting
from finmodel.inputs.green_projects import EligibleProject

__all__ = ["Green"]


class Green(Block):
    """The heading ``green``; without it nothing is computed. The same in a project case and in an issuance."""

    label: Literal["green", "social", "sustainability"] = word("Label of the instruments", default="green")
    framework: Framework = word("Framework", default=Framework())
    management: Management = word("Management of proceeds", default=Management())
    reporting: Reporting = word("Reporting", default=Reporting())
    external_reviews: dict[InstanceName, ExternalReview] = word("External reviews", default={})
    projects: dict[InstanceName, EligibleProject] = word("Eligible projects")
    allocations: dict[InstanceName, Allocation] = word("Allocations", default={})
    results: dict[InstanceName, Result] = word("Measured results", default={})
    claims: dict[InstanceName, Claim] = word("What documents of the issuer claim", default={})

    @property
    def instruments(self) -> tuple[str, ...]:
        """The instruments whose proceeds are allocated, in the order in which they are named first."""
        return tuple(dict.fromkeys(one.instrument for one in self.allocations.values()))

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Every instrument with every project that it pays for."""
        return tuple(dict.fromkeys((one.instrument, one.project) for one in self.allocations.values()))

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:  # noqa: ARG002 - as every block
        """No project; and the same allocation or result written twice."""
        if not self.projects:
            yield ("projects",), "is empty", "add at least one eligible project"
        yield from self._twice("allocations", ("instrument", "project"))
        yield from self._twice("results", ("project", "indicator"))

    def _twice(self, heading: str, keys: tuple[str, ...]) -> Iterator[Inconsistency]:
        first: dict[tuple[object, ...], str] = {}
        for name, one in getattr(self, heading).items():
            same = (*(getattr(one, key) for key in keys), one.year.number)
            if same in first:
                what = f"is of the same {', '.join(keys)} and year as {first[same]}"
                yield (heading, name), what, "write one entry for both"
            first.setdefault(same, name)
