"""A drawing in SVG: shapes and words with their colours as attributes, so that it prints everywhere as it shows."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from finmodel.outputs.palette import INK, PALETTE

__all__ = ["FONT_SIZE", "Drawing", "text_width", "wrapped"]

FONT_SIZE = 12.0
Point = tuple[float, float]

_LIGHT = {colour.name: colour.light for colour in (*PALETTE, *INK)} | {"paper": "#ffffff", "none": "none"}
_NARROW = frozenset("iljtfrI1.,:;'|!()[]-–  іt")
_WIDE = frozenset("mwMWшщжмюфыЖШЩМЮФЫ%@")


def text_width(words: str, size: float = FONT_SIZE) -> float:
    """How wide words come out at most, in the drawing's units; an estimate on the safe side for three alphabets."""
    return sum(0.42 if c in _NARROW else 0.92 if c in _WIDE else 0.77 if c.isupper() else 0.66 for c in words) * size


def wrapped(words: str, width: float, size: float = FONT_SIZE) -> list[str]:
    """The words broken at spaces into lines that are not wider than ``width``."""
    lines = [""]
    for word in words.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and text_width(longer, size) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


class Drawing:
    """A picture under construction; classes ``f-…`` and ``s-…`` let a dark page recolour fills and strokes."""

    def __init__(self, width: float, height: float) -> None:
        self.width = width
        self.height = height
        self._parts: list[Markup] = []

    def rect(self, x: float, y: float, width: float, height: float, colour: str, *, seam: bool = False) -> None:
        """A filled rectangle; with a ``seam`` in the colour of the paper it stands apart from its neighbours."""
        stroke = Markup(' stroke="{}" stroke-width="1" class="f-{} s-paper"').format(_LIGHT["paper"], colour)
        plain = Markup(' class="f-{}"').format(colour)
        self._add(
            '<rect x="{}" y="{}" width="{}" height="{}" fill="{}"{}/>',
            *map(_number, (x, y, width, height)),
            _LIGHT[colour],
            stroke if seam else plain,
        )

    def line(self, points: Sequence[Point], colour: str, *, width: float = 2.5, dash: str = "") -> None:
        """A line through the points; dashes as in SVG, e.g. ``7 4``."""
        dashes = Markup(' stroke-dasharray="{}"').format(dash) if dash else ""
        self._add(
            '<path d="{}" fill="none" stroke="{}" stroke-width="{}" stroke-linejoin="round" class="s-{}"{}/>',
            _path(points),
            _LIGHT[colour],
            _number(width),
            colour,
            dashes,
        )

    def area(self, points: Sequence[Point], colour: str, *, opacity: float = 1.0) -> None:
        """A filled shape whose outline runs through the points."""
        self._add(
            '<path d="{}Z" fill="{}" fill-opacity="{}" class="f-{}"/>',
            _path(points),
            _LIGHT[colour],
            _number(opacity),
            colour,
        )

    def dot(self, x: float, y: float, colour: str, radius: float = 4.0) -> None:
        """A round mark with a rim in the colour of the paper."""
        self._add(
            '<circle cx="{}" cy="{}" r="{}" fill="{}" stroke="{}" stroke-width="1.5" class="f-{} s-paper"/>',
            *map(_number, (x, y, radius)),
            _LIGHT[colour],
            _LIGHT["paper"],
            colour,
        )

    def text(
        self, x: float, y: float, words: str, *, anchor: str = "start", colour: str = "ink", bold: bool = False
    ) -> None:
        """Words on one line; ``y`` is their baseline, ``anchor`` is ``start``, ``middle`` or ``end``."""
        weight = Markup(' font-weight="600"') if bold else ""
        self._add(
            '<text x="{}" y="{}" text-anchor="{}" fill="{}" class="f-{}"{}>{}</text>',
            _number(x),
            _number(y),
            anchor,
            _LIGHT[colour],
            colour,
            weight,
            words,
        )

    def markup(self, key: str, title: str, description: str) -> Markup:
        """The whole picture, named and described for those who do not see it."""
        head = Markup(
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w} {h}" width="{w}" height="{h}" role="img" '
            'aria-labelledby="{key}-title {key}-desc" font-size="{size}" class="chart">'
            '<title id="{key}-title">{title}</title><desc id="{key}-desc">{desc}</desc>'
        ).format(
            w=_number(self.width),
            h=_number(self.height),
            key=key,
            size=_number(FONT_SIZE),
            title=title,
            desc=description,
        )
        return head + Markup("").join(self._parts) + Markup("</svg>")

    def _add(self, template: str, *values: object) -> None:
        self._parts.append(Markup(template).format(*values))  # noqa: S704 - templates are ours, values are escaped


def _path(points: Sequence[Point]) -> str:
    return "M" + "L".join(f"{_number(x)} {_number(y)}" for x, y in points)


def _number(value: float) -> str:
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text
