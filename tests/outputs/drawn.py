"""Drawings taken apart for tests: the shapes of a colour, the words, and whether words keep clear of each other."""

from __future__ import annotations

from itertools import combinations
from xml.etree import ElementTree as ET

from markupsafe import Markup

from finmodel.outputs.charts import Caption
from finmodel.outputs.palette import INK, PALETTE
from finmodel.outputs.svg import FONT_SIZE, text_width

__all__ = ["CAPTION", "SVG", "dots", "number", "overlaps", "parsed", "paths", "rects", "words"]

SVG = "{http://www.w3.org/2000/svg}"
CAPTION = Caption("key", "Title", "Description", "Unit")
_LIGHT = {colour.name: colour.light for colour in (*PALETTE, *INK)}


def number(value: float) -> str:
    """A number with one decimal."""
    return f"{value:.1f}"


def parsed(picture: Markup) -> ET.Element:
    """The picture as a tree."""
    return ET.fromstring(str(picture))  # noqa: S314 - our own text


def rects(picture: Markup, colour: str) -> list[dict[str, float]]:
    """The bars of a colour, without the marks of a legend."""
    drawn = [e.attrib for e in parsed(picture).findall(f"{SVG}rect") if e.attrib["fill"] == _LIGHT[colour]]
    found = [bar for bar in drawn if (bar["width"], bar["height"]) != ("14", "11")]
    return [{name: float(bar[name]) for name in ("x", "y", "width", "height")} for bar in found]


def dots(picture: Markup, colour: str) -> list[tuple[float, float]]:
    """The middles of the round marks of a colour."""
    found = [e.attrib for e in parsed(picture).findall(f"{SVG}circle") if e.attrib["fill"] == _LIGHT[colour]]
    return [(float(dot["cx"]), float(dot["cy"])) for dot in found]


def paths(picture: Markup, colour: str, width: str) -> list[list[tuple[float, float]]]:
    """The points of each line of a colour and a width."""
    drawn = [e.attrib for e in parsed(picture).findall(f"{SVG}path")]
    found = [e["d"] for e in drawn if e.get("stroke") == _LIGHT[colour] and e.get("stroke-width") == width]
    return [[(float(x), float(y)) for x, y in (p.split() for p in d[1:].rstrip("Z").split("L"))] for d in found]


def words(picture: Markup) -> list[str]:
    """All words in the order drawn."""
    return [word.text or "" for word in parsed(picture).findall(f"{SVG}text")]


def overlaps(picture: Markup) -> list[tuple[str, str]]:
    """The pairs of words that would touch, by the widths that the layout counts on."""
    return [(a[0], b[0]) for a, b in combinations(map(_box, parsed(picture).findall(f"{SVG}text")), 2) if _touch(a, b)]


Box = tuple[str, float, float, float]


def _box(word: ET.Element) -> Box:
    text, x, wide = word.text or "", float(word.attrib["x"]), text_width(word.text or "")
    left = {"start": x, "middle": x - wide / 2, "end": x - wide}[word.attrib["text-anchor"]]
    return text, left, left + wide, float(word.attrib["y"])


def _touch(a: Box, b: Box) -> bool:
    return min(a[2], b[2]) - max(a[1], b[1]) > 0.5 and abs(a[3] - b[3]) < FONT_SIZE - 1
