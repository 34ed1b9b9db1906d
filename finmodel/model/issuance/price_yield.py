"""Price and yield of a bond at issue: its clean price at yields above and below its own, step by step."""

from finmodel.expr.functions import sum_product
from finmodel.expr.line import Shape
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Definition, Section
from finmodel.units import Unit

__all__ = ["STEPS", "price_yield"]

STEPS = (-200, -150, -100, -50, 0, 50, 100, 150, 200)
"""By how many hundredths of a percent the yield moves."""

price_yield = Section("price_yield", "Price and yield")


def _step(move: int) -> list[Definition]:
    """The lines for one move of the yield: the yield, discount factors at it, the clean price."""
    word = f"{'plus' if move > 0 else 'minus'}_{abs(move)}" if move else "as_issued"
    said = f"{move:+} bp" if move else "as issued"
    of_yield, factor, price = f"yield_{word}", f"factor_{word}", f"price_{word}"

    def moved(m: Names) -> Node:
        return m.yield_to_maturity + move / 10000

    def discount(m: Names) -> Node:
        return (1 + m[of_yield] / m.compounding) ** (-m.compounding * m.years_to_payment)

    def clean(m: Names) -> Node:
        return sum_product(m.payment, m[factor]) - m.accrued

    tags = {"step": str(move)}
    return [
        Definition(
            of_yield, f"Yield, {said}", Unit.RATE, Shape.SCALAR, moved,
            "The yield at issue, moved.", tags={**tags, "price_table": "yield"},
        ),
        Definition(
            factor, f"Discount factor, {said}", Unit.INDEX, Shape.SERIES, discount,
            "1 divided by 1 + yield ÷ times compounded, to the power of the compounding periods to payment.",
        ),
        Definition(
            price, f"Clean price, {said}", Unit.NUMBER, Shape.SCALAR, clean,
            "Payments times discount factors, less accrued interest, per 100 of principal.",
            tags={**tags, "price_table": "price"},
        ),
    ]  # fmt: skip


price_yield.definitions.extend(line for move in STEPS for line in _step(move))
