"""Drawings carry their colours with them, escape every word, and know how wide words are."""

from xml.etree import ElementTree as ET

from finmodel.outputs.palette import PALETTE
from finmodel.outputs.svg import Drawing, text_width, wrapped

SVG = "{http://www.w3.org/2000/svg}"


def drawn(drawing: Drawing) -> ET.Element:
    return ET.fromstring(str(drawing.markup("key", "Title", "Description")))  # noqa: S314 - our own text


def test_a_drawing_is_named_and_described() -> None:
    picture = drawn(Drawing(100, 50))
    assert picture.attrib["role"] == "img"
    assert picture.attrib["aria-labelledby"] == "key-title key-desc"
    assert picture.attrib["viewBox"] == "0 0 100 50"
    assert [(e.attrib["id"], e.text) for e in picture] == [("key-title", "Title"), ("key-desc", "Description")]


def test_colours_are_attributes_so_that_they_print_without_a_style_sheet() -> None:
    drawing = Drawing(100, 50)
    drawing.rect(0, 0, 10, 10, "blue")
    drawing.line([(0, 0), (10, 10)], "orange", dash="2 4")
    drawing.text(0, 0, "Words", colour="muted")
    light = {colour.name: colour.light for colour in PALETTE}
    marks = list(drawn(drawing))[2:]
    assert marks[0].attrib["fill"] == light["blue"]
    assert (marks[1].attrib["stroke"], marks[1].attrib["fill"]) == (light["orange"], "none")
    assert marks[1].attrib["stroke-dasharray"] == "2 4"
    assert marks[2].attrib["fill"].startswith("#")


def test_words_that_look_like_markup_stay_words() -> None:
    drawing = Drawing(100, 50)
    drawing.text(0, 0, "<script>alert(1)</script> & {0} %(x)s")
    picture = str(drawing.markup("key", "<b>", '"'))
    assert "<script>" not in picture
    assert drawn(drawing).findall(f"{SVG}text")[0].text == "<script>alert(1)</script> & {0} %(x)s"


def test_numbers_are_short_and_never_minus_zero() -> None:
    drawing = Drawing(100, 50)
    drawing.rect(-0.01, 1 / 3, 2.0, 7.25, "blue")
    mark = drawn(drawing)[2].attrib
    assert [mark[name] for name in ("x", "y", "width", "height")] == ["0", "0.3", "2", "7.2"]


def test_wider_words_are_measured_wider() -> None:
    assert text_width("iiii") < text_width("aaaa") < text_width("ЩЩЩЩ")
    assert text_width("abc", 24) == 2 * text_width("abc", 12)


def test_long_words_wrap_between_words_only() -> None:
    lines = wrapped("Борышқа қызмет көрсетуге қолжетімді ақша ағыны", 160)
    assert " ".join(lines) == "Борышқа қызмет көрсетуге қолжетімді ақша ағыны"
    assert len(lines) > 1
    assert all(text_width(line) <= 160 for line in lines)
    assert wrapped("Тараптардың", 10) == ["Тараптардың"]
