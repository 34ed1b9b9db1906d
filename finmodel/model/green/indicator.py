"""Impact indicator of an eligible project: with it against without it, as a flow, once in all, or as a level."""

from finmodel.expr.functions import at, ratio, sum_product
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.model.green.lifetime import over_lifetime
from finmodel.units import Unit

__all__ = ["against_baseline", "flow", "in_all", "indicator"]

indicator = Section("green_indicator", "Impact")
against_baseline = Section("green_indicator_baseline", "Impact")
flow = Section("green_indicator_flow", "Impact")
in_all = Section("green_indicator_in_all", "Impact")


@indicator.line("With the project", Unit.QUANTITY, total="none")
def level_with(m: Names) -> Node:
    """As stated, of the whole project, whoever pays for it; a year, where it is a flow."""
    return m.with_project


@against_baseline.line("Without the project", Unit.QUANTITY, total="none")
def level_without(m: Names) -> Node:
    """The baseline as stated."""
    return m.baseline


@against_baseline.line("Gained or saved by the project", Unit.QUANTITY, total="none")
def gained(m: Names) -> Node:
    """With the project less the baseline where more is the aim, the baseline less that where less is."""
    return m.greater - m.smaller


@against_baseline.scalar("Share of the baseline", Unit.SHARE)
def improvement(m: Names) -> Node:
    """What is gained or saved in the first period of operation, divided by the baseline; blank where that is 0."""
    return ratio(at(m.gained, m.first_operation), at(m.level_without, m.first_operation))


@flow.line("Impact", Unit.QUANTITY)
def impact(m: Names) -> Node:
    """Gained or saved a year, for the years of full service; of the whole project."""
    return m.gained * m.serving_years


@flow.scalar("Impact over the lifetime", Unit.QUANTITY)
def impact_lifetime(m: Names) -> Node:
    """In the model, and after it as in its last year of operation."""
    return over_lifetime(m, m.gained, m.impact)


@flow.scalar("Impact a year", Unit.QUANTITY)
def impact_a_year(m: Names) -> Node:
    """Over the lifetime, divided by the years that count."""
    return m.impact_lifetime / m.counted_years


@in_all.scalar("Impact in all", Unit.QUANTITY)
def impact_in_all(m: Names) -> Node:
    """What is there with the project in its last period of operation in the model; counted once, not each year."""
    return sum_product(m.gained, m.last_operation)
