"""Two moves at once: one result over a grid of the levels of both."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from finmodel.analysis.sensitivity.runs import Found, MovedDeal, unmoved
from finmodel.analysis.sensitivity.steps import at_base, levels_of
from finmodel.sensitivities import Measured, Move, TwoWayTable

__all__ = ["Pair", "pair_levels", "two_way_table"]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two moves of different figures, and the result looked at."""

    rows: Move
    columns: Move
    measured: Measured
    steps: int

    @property
    def levels(self) -> tuple[tuple[float, ...], tuple[float, ...]]:
        """The levels of the rows and those of the columns."""
        return levels_of(self.rows, self.steps), levels_of(self.columns, self.steps)


def pair_levels(moves: tuple[Move, ...], pair: Pair) -> NDArray[np.float64]:
    """The levels of the whole grid, row by row."""
    rows, columns = pair.levels
    found = unmoved(moves, len(rows) * len(columns))
    found[moves.index(pair.rows)] = np.repeat(rows, len(columns))
    found[moves.index(pair.columns)] = np.tile(columns, len(rows))
    return found


def two_way_table(deal: MovedDeal, found: Found, pair: Pair) -> TwoWayTable:
    """The table of a pair, from columns run at its ``pair_levels``."""
    rows, columns = pair.levels
    line, width = pair.measured.line, len(columns)
    values = tuple(tuple(found.value(line, row * width + place) for place in range(width)) for row in range(len(rows)))
    reasons = {
        f"{row},{place}": deal.reason(found, line, row * width + place)
        for row, cells in enumerate(values)
        for place, value in enumerate(cells)
        if value is None
    }
    return TwoWayTable(
        kpi=pair.measured.name,
        rows=pair.rows.name,
        columns=pair.columns.name,
        row_levels=rows,
        column_levels=columns,
        values=values,
        base=pair.measured.base,
        base_row=at_base(pair.rows, rows),
        base_column=at_base(pair.columns, columns),
        reasons=reasons,
    )
