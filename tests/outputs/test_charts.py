"""Charts draw what they are given: lengths follow values, stacks follow signs, the weakest period is named."""

from xml.etree import ElementTree as ET

import pytest
from markupsafe import Markup

from finmodel.outputs.charts import Bar, Caption, Cover, bridge_chart, cover_chart, ranked_bars, stacked_chart
from finmodel.outputs.palette import PALETTE
from finmodel.outputs.plot import Level, Series

SVG = "{http://www.w3.org/2000/svg}"
CAPTION = Caption("key", "Title", "Description", "KZT million")
LEGEND_MARK = ("14", "11")
LIGHT = {colour.name: colour.light for colour in PALETTE}


def number(value: float) -> str:
    return f"{value:.1f}"


def parsed(picture: Markup) -> ET.Element:
    return ET.fromstring(str(picture))  # noqa: S314 - our own text


def bars(picture: Markup, colour: str) -> list[dict[str, float]]:
    drawn = [e.attrib for e in parsed(picture).findall(f"{SVG}rect") if e.attrib["fill"] == LIGHT[colour]]
    found = [bar for bar in drawn if (bar["width"], bar["height"]) != LEGEND_MARK]
    return [{name: float(bar[name]) for name in ("x", "y", "width", "height")} for bar in found]


def said(picture: Markup) -> list[str]:
    return [word.text or "" for word in parsed(picture).findall(f"{SVG}text")]


def test_ranked_bars_are_as_long_as_their_values_on_one_scale_over_all_groups() -> None:
    picture = ranked_bars(
        CAPTION, [("Sources", "blue", [Bar("Loan", 70, "70")]), ("Uses", "grey", [Bar("Works", 100, "100")])]
    )
    (loan,), (works,) = bars(picture, "blue"), bars(picture, "grey")
    assert loan["width"] / works["width"] == pytest.approx(0.7, abs=0.01)
    assert said(picture) == ["Sources", "Loan", "70", "Uses", "Works", "100"]


def test_each_bar_of_a_bridge_begins_where_the_one_above_ends() -> None:
    picture = bridge_chart(
        CAPTION, [Bar("Revenue", 100, "100", total=True), Bar("Costs", -40, "-40"), Bar("Left", 60, "60", total=True)]
    )
    (costs,) = bars(picture, "orange")
    revenue, left = bars(picture, "blue")
    assert costs["x"] + costs["width"] == pytest.approx(revenue["x"] + revenue["width"], abs=0.2)
    assert costs["x"] == pytest.approx(left["x"] + left["width"], abs=0.2)
    assert revenue["x"] == left["x"]


def test_what_comes_in_stands_above_the_axis_and_what_goes_out_below() -> None:
    picture = stacked_chart(
        CAPTION, ["2027"], [Series("In", [50.0], "blue"), Series("Out", [-20.0], "orange")], [], number
    )
    (into,), (out,) = bars(picture, "blue"), bars(picture, "orange")
    assert into["y"] + into["height"] == pytest.approx(out["y"], abs=0.2)
    assert into["height"] / out["height"] == pytest.approx(2.5, abs=0.05)


def test_layers_of_one_sign_stand_on_each_other() -> None:
    picture = stacked_chart(CAPTION, ["2027"], [Series("A", [30.0], "blue"), Series("B", [10.0], "green")], [], number)
    (lower,), (upper,) = bars(picture, "blue"), bars(picture, "green")
    assert upper["y"] + upper["height"] == pytest.approx(lower["y"], abs=0.2)


def cover(weakest: tuple[int, str] | None) -> Markup:
    shown = Cover(
        available=Series("CFADS", [None, 130.0, 120.0], "blue"),
        due=Series("Debt service", [None, 100.0, 100.0], "orange"),
        ratio=Series("DSCR", [None, 1.3, 1.2], "violet"),
        levels=[Level("Lock-up 1.15x", 1.15, "ochre")],
        weakest=weakest,
    )
    return cover_chart(CAPTION, ["2027", "2028", "2029"], shown, number=number, times=number, ratio_unit="DSCR")


def test_a_cover_chart_names_its_levels_and_its_weakest_period() -> None:
    words = said(cover((2, "Lowest: 1.20x, 2029")))
    assert "Lock-up 1.15x" in words
    assert "Lowest: 1.20x, 2029" in words


def test_the_mark_stands_on_the_weakest_period() -> None:
    dots = [e.attrib for e in parsed(cover((2, "Lowest"))).findall(f"{SVG}circle") if e.attrib["r"] == "5.5"]
    years = [e for e in parsed(cover(None)).findall(f"{SVG}text") if e.text == "2029"]
    assert dots[0]["cx"] == years[-1].attrib["x"]


def test_a_deal_without_debt_service_still_has_its_chart() -> None:
    empty = Cover(Series("CFADS", [1.0]), Series("Debt service", [None]), Series("DSCR", [None]), [])
    assert "CFADS" in said(cover_chart(CAPTION, ["2027"], empty, number=number, times=number, ratio_unit="DSCR"))
