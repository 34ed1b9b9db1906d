"""How cells look: one published colour for each kind of cell, and the number format of its unit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from finmodel.units import Unit

__all__ = ["FONT", "INK", "LEGEND", "TAB_COLOURS", "Styles"]

FONT = "Arial"
INK = "#14324a"
_MUTED = "#66727f"
_RULE = "#c9d1da"
_BAND = "#e9eff5"

KINDS: Mapping[str, Mapping[str, object]] = {
    "plain": {},
    "title": {"bold": True, "font_size": 13, "font_color": INK},
    "case": {"font_color": _MUTED},
    "case right": {"font_color": _MUTED, "align": "right"},
    "caption": {"font_color": _MUTED, "font_size": 9},
    "column": {"bold": True, "font_color": INK, "bottom": 1, "bottom_color": INK, "text_wrap": True},
    "column right": {
        "bold": True,
        "font_color": INK,
        "bottom": 1,
        "bottom_color": INK,
        "text_wrap": True,
        "align": "right",
    },
    "heading": {"bold": True, "font_size": 11, "font_color": INK, "bottom": 1, "bottom_color": INK},
    "heading right": {"bold": True, "font_color": INK, "bottom": 1, "bottom_color": INK, "align": "right"},
    "subheading": {"bold": True, "font_color": INK},
    "id": {"font_color": _MUTED, "font_size": 8},
    "note": {"font_color": _MUTED, "font_size": 9, "indent": 1},
    "meaning": {"indent": 1},
    "wrapped": {"text_wrap": True, "valign": "top"},
    "header": {"font_color": INK, "bg_color": _BAND, "font_size": 9, "align": "right"},
    "band": {"bg_color": _BAND},
    "calculation": {},
    "total": {"bold": True, "font_color": INK},
    "input": {"font_color": "#0000c0", "bg_color": "#fff8dc", "border": 4, "border_color": _RULE},
    "unverified": {"font_color": "#0000c0", "bg_color": "#ffe600", "border": 4, "border_color": "#b38f00"},
    "inherited": {"font_color": _MUTED, "bg_color": "#fffdf4", "border": 4, "border_color": _RULE},
    "live": {"bg_color": "#f1f3f5", "bold": True},
    "import": {"font_color": "#0b5cad", "bg_color": "#e3effb"},
    "export": {"font_color": "#b3261e", "bold": True},
    "pass": {"font_color": "#5a4a78"},
    "check": {"bold": True, "align": "center"},
    "kpi": {"bold": True, "font_size": 10, "font_color": "#b3261e", "bottom": 4, "bottom_color": _RULE},
    "kpi label": {"font_size": 10, "bottom": 4, "bottom_color": _RULE},
    "kpi unit": {"font_size": 8, "font_color": _MUTED, "bottom": 4, "bottom_color": _RULE},
    "fact": {"font_size": 10, "align": "right", "bottom": 4, "bottom_color": _RULE},
    "fact total": {"font_size": 10, "bold": True, "font_color": INK, "bg_color": _BAND},
    "faint": {"font_color": _MUTED, "font_size": 8},
    "right": {"font_color": "#ffffff", "bg_color": "#047857"},
    "wrong": {"font_color": "#ffffff", "bg_color": "#b3261e"},
    "told": {"text_wrap": True, "valign": "top", "indent": 1},
    "column told": {"bold": True, "font_color": INK, "bottom": 1, "bottom_color": INK, "text_wrap": True, "indent": 1},
    "good": {"bold": True, "font_color": "#04694e", "text_wrap": True, "valign": "top", "indent": 1},
    "open": {"bold": True, "font_color": "#8a5300", "text_wrap": True, "valign": "top", "indent": 1},
    "bad": {"bold": True, "font_color": "#b3261e", "text_wrap": True, "valign": "top", "indent": 1},
    "link": {"font_color": "#0b5cad", "underline": 1},
    "cover title": {"bold": True, "font_size": 22, "font_color": INK},
    "cover subtitle": {"font_size": 12, "font_color": _MUTED},
}

LEGEND: tuple[tuple[str, str, str], ...] = (
    ("input", "Input", "Typed in; change it here and the whole workbook follows"),
    ("unverified", "Placeholder", "An input that nobody has verified yet"),
    ("inherited", "Same as base", "A scenario that does not change this input; type over it to change it"),
    ("live", "Live value", "The input in use, picked by the scenario selector"),
    ("import", "Import", "A value brought in: what the contract fixed at financial close"),
    ("calculation", "Calculation", "One formula for the whole row, first period included"),
    ("total", "Total", "The sum over all periods, for flows and flags"),
    ("export", "Export", "A result that the Summary shows"),
    ("pass", "Pass", "One round of solving the debt, without circular references"),
    ("check", "Check", "1 holds, 0 does not"),
)
"""Kinds of cells as the cover explains them: style, name, meaning."""

TAB_COLOURS: Mapping[str, str] = {
    "foundation": "#14324a",
    "input": "#e0b400",
    "calculation": "#7a8794",
    "presentation": "#b3261e",
    "control": "#047857",
}

_OK_FORMAT = '"OK";"ERROR";"ERROR"'
_ALERT_FORMAT = '"-";"ALERT";"ALERT"'


class Styles:
    """The formats of one workbook, made once each."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[tuple[str, str], Any] = {}

    def of(self, kind: str, unit: Unit | None = None, pattern: str = "") -> Any:
        """The format of a kind of cell holding a value of a unit, or shown by a pattern of its own."""
        return self._format(kind, pattern or (unit.format.excel if unit else ""))

    def verdict(self, kind: str = "check") -> Any:
        """A flag shown as a verdict: ``OK`` for 1, ``ERROR`` for 0."""
        return self._format(kind, _OK_FORMAT)

    def alert(self) -> Any:
        """A flag shown as an alert: nothing to report for 1, ``ALERT`` for 0."""
        return self._format("check", _ALERT_FORMAT)

    def _format(self, kind: str, pattern: str) -> Any:
        key = (kind, pattern)
        if key not in self._made:
            properties = dict(KINDS[kind])
            if pattern:
                properties["num_format"] = pattern
            self._made[key] = self._book.add_format(properties)
        return self._made[key]
