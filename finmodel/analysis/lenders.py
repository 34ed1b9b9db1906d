"""Lenders of a deal: who lends, and what those of them lose who have less than they were to have."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from finmodel.expr.graph import Graph

__all__ = ["lenders_of", "loss_of_lenders"]


def lenders_of(graph: Graph) -> tuple[str, ...]:
    """Every party that pays out a loan: planned, standing by, or drawn to refinance another."""
    drawn = (*graph.tagged(funds="debt"), *graph.tagged(funds="standby"), *graph.tagged(after_debt="received"))
    return tuple(sorted({line.tags["payer"] for line in drawn}))


def loss_of_lenders(changes: Mapping[str, float], lenders: Iterable[str]) -> float:
    """What lenders lose together; what one gains is never netted against what another loses."""
    return sum((max(-changes[lender], 0.0) for lender in lenders), 0.0)
