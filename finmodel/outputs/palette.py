"""The colours of documents and charts, for light and for dark paper, each readable against its background."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["DARK_PAPER", "INK", "LIGHT_PAPER", "PALETTE", "Colour", "contrast"]

LIGHT_PAPER = "#ffffff"
DARK_PAPER = "#14181d"


@dataclass(frozen=True, slots=True)
class Colour:
    """One colour by role: its value on light and on dark paper, as six-digit hex."""

    name: str
    light: str
    dark: str


PALETTE: tuple[Colour, ...] = (
    Colour("blue", "#0b5cad", "#58a6ff"),
    Colour("orange", "#c2410c", "#fb923c"),
    Colour("green", "#047857", "#34d399"),
    Colour("violet", "#7c3aed", "#b794f6"),
    Colour("ochre", "#a16207", "#eab308"),
    Colour("pink", "#be185d", "#f472b6"),
    Colour("grey", "#475569", "#94a3b8"),
)
"""Colours of chart series, in the order in which they are given out; at least 3:1 on their paper."""

INK: tuple[Colour, ...] = (
    Colour("ink", "#14181d", "#e8ecf1"),
    Colour("muted", "#475569", "#a9b4c2"),
    Colour("rule", "#c9d1da", "#3a434e"),
)
"""Colours of chart text, of its lesser labels, and of grid lines (which carry no meaning alone)."""


def contrast(first: str, second: str) -> float:
    """The WCAG contrast ratio between two colours, from 1 to 21."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
