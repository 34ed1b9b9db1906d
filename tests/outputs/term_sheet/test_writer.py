"""The term sheet as a reader has it: one file that fetches nothing, readable for everyone, and whole on paper."""

import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from finmodel.errors import UsageError
from finmodel.outputs.language import LANGUAGES
from finmodel.outputs.term_sheet.writer import render_term_sheet, write_term_sheet
from finmodel.pipeline import run_case
from finmodel.results import Results

CITY = Path(__file__).parents[3] / "cases" / "municipal_green_bond" / "case.yaml"
AXE = Path(__file__).parents[2] / "vendor/axe-core/axe.min.js"
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
)
DESKTOP, PHONE, PAPER = (1280, 900), (360, 780), (673, 1000)
"""Widths in CSS pixels; that of paper is what A4 leaves between its margins."""


@pytest.fixture(scope="module")
def written(lighting: Results, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    folder = tmp_path_factory.mktemp("term_sheets")
    for lang in LANGUAGES:
        write_term_sheet(lighting, folder / f"{lang}.html", lang)
    return {lang: folder / f"{lang}.html" for lang in LANGUAGES}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    program = shutil.which("chromium") or shutil.which("google-chrome")
    assert program, "Chromium is missing: .ci/packages documents installs it"
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=program, args=list(QUIET))
        yield found
        found.close()


def opened(browser: Browser, path: Path, size: tuple[int, int] = DESKTOP, *, dark: bool = False) -> Page:
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]}, color_scheme="dark" if dark else "light"
    )
    page = context.new_page()
    page.goto(path.as_uri())
    page.evaluate("document.fonts.ready.then(() => true)")
    return page


# The text


def test_the_same_results_give_the_same_bytes(lighting: Results, written: Mapping[str, Path]) -> None:
    assert render_term_sheet(lighting, "kk").encode() == written["kk"].read_bytes()


def test_a_language_without_documents_is_refused(lighting: Results, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="'fr'"):
        write_term_sheet(lighting, tmp_path / "sheet.html", "fr")
    assert not (tmp_path / "sheet.html").exists()


def test_a_file_is_small_enough_to_send(written: Mapping[str, Path]) -> None:
    assert {lang: path.stat().st_size for lang, path in written.items() if path.stat().st_size > 400_000} == {}


def test_nothing_in_the_file_points_outside_it(written: Mapping[str, Path]) -> None:
    for path in written.values():
        text = path.read_text(encoding="utf-8")
        addresses = re.findall(r"""(?:href|src)=["']([^"'#][^"']*)|url\(([^)]{1,40})|(https?://[^"'<\s]+)""", text)
        outside = {
            a or b or c for a, b, c in addresses if not (a or b or c).startswith(("data:", "http://www.w3.org/"))
        }
        assert outside == set()
        assert "<script" not in text


def test_every_link_inside_leads_somewhere(written: Mapping[str, Path]) -> None:
    text = written["en"].read_text(encoding="utf-8")
    ids = re.findall(r'\bid="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', text)) <= set(ids)


def test_no_value_is_printed_as_a_program_would_print_it(written: Mapping[str, Path]) -> None:
    for path in written.values():
        text = re.sub(r"<style>.*?</style>", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        for trace in ("None", "nan", "duration-", "%(", "{count}", "Unit.", "<built-in"):
            assert not re.search(rf"(?<![\w]){re.escape(trace)}(?![a-z])", text), trace


def test_texts_of_the_case_are_text_whatever_they_hold(lighting: Results) -> None:
    evil = "</style><script>alert(1)</script> {{ 7*7 }} %(x)s \"quoted\" & 'single'"
    details = {
        "project": {"description": evil, "location": evil},
        "parties": {"authority": evil},
        "term_sheet": {"purpose": evil, "security": [evil, evil], "borrower": evil},
    }
    text = render_term_sheet(replace(lighting, title=evil, name=evil, details=details), "en")
    assert "<script" not in text
    assert text.count("</style>") == 1
    assert "{{ 7*7 }}" in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text


def test_a_case_without_words_says_everywhere_what_is_to_be_agreed(lighting: Results) -> None:
    silent = replace(lighting, details={})
    for lang, words in (("en", "to be agreed"), ("ru", "подлежит согласованию"), ("kk", "келісілуге тиіс")):
        text = render_term_sheet(silent, lang)
        assert text.count(words) > 20
        assert not re.search(r"<dd>\s*</dd>", text)


def test_a_case_whose_ratios_are_all_blank_still_has_its_term_sheet(lighting: Results) -> None:
    blank = (None,) * len(lighting.periods)
    series = {**lighting.series, **dict.fromkeys(("dscr", "llcr", "plcr", "icr"), blank)}
    values = {**lighting.values, "dscr_minimum": None}
    kpis = {**lighting.kpis, "dscr_minimum": replace(lighting.kpis["dscr_minimum"], value=None, reason="Blank.")}
    assert "n/a" in render_term_sheet(replace(lighting, series=series, values=values, kpis=kpis), "en")


def test_the_language_of_the_document_is_declared(written: Mapping[str, Path]) -> None:
    for lang, path in written.items():
        assert f'<html lang="{lang}">' in path.read_text(encoding="utf-8")


# On a screen


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_axe_finds_no_barrier(
    browser: Browser, written: Mapping[str, Path], lang: str, dark: bool, size: tuple[int, int]
) -> None:
    page = opened(browser, written[lang], size, dark=dark)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']}).then(r => r.violations)")
    page.context.close()
    assert [(v["id"], v["help"], [n["html"][:120] for n in v["nodes"][:3]]) for v in found] == []


@pytest.mark.slow
def test_opening_the_file_asks_for_nothing_else(browser: Browser, written: Mapping[str, Path]) -> None:
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(written["kk"].as_uri())
    page.evaluate("document.fonts.ready.then(() => true)")
    page.wait_for_load_state("networkidle")
    context.close()
    assert [url for url in asked if not url.startswith("data:")] == [written["kk"].as_uri()]
    assert complaints == []


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_sticks_out_of_a_narrow_screen(browser: Browser, written: Mapping[str, Path], lang: str) -> None:
    page = opened(browser, written[lang], PHONE)
    width = page.evaluate("document.documentElement.scrollWidth")
    page.context.close()
    assert width == PHONE[0]


@pytest.mark.slow
def test_every_kazakh_letter_comes_from_the_embedded_font(browser: Browser, written: Mapping[str, Path]) -> None:
    page = opened(browser, written["kk"])
    page.evaluate("document.querySelector('h1').textContent = 'ӘәҒғҚқҢңӨөҰұҮүҺһІі ₸ 1 234,5 − – « »'")
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    node = session.send("DOM.querySelector", {"nodeId": root, "selector": "h1"})["nodeId"]
    fonts = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    page.context.close()
    assert {font["familyName"] for font in fonts} == {"Golos Text"}
    assert all(font["isCustomFont"] for font in fonts)


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_words_of_a_chart_are_cut_off(browser: Browser, written: Mapping[str, Path], lang: str) -> None:
    page = opened(browser, written[lang])
    cut = page.evaluate(
        """() => [...document.querySelectorAll('svg')].flatMap(svg => {
            const box = svg.viewBox.baseVal;
            return [...svg.querySelectorAll('text')].filter(text => {
                const b = text.getBBox();
                return b.x < -0.5 || b.y < -0.5 || b.x + b.width > box.width + 0.5 || b.y + b.height > box.height + 0.5;
            }).map(text => text.textContent);
        })"""
    )
    page.context.close()
    assert cut == []


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGUAGES)
def test_words_of_a_chart_do_not_lie_on_each_other(browser: Browser, written: Mapping[str, Path], lang: str) -> None:
    page = opened(browser, written[lang])
    touching = page.evaluate(
        """() => [...document.querySelectorAll('svg')].flatMap(svg => {
            const all = [...svg.querySelectorAll('text')].map(t => [t.textContent, t.getBBox()]);
            const hits = [];
            all.forEach(([a, p], i) => all.slice(i + 1).forEach(([b, q]) => {
                const across = Math.min(p.x + p.width, q.x + q.width) - Math.max(p.x, q.x);
                const down = Math.min(p.y + p.height, q.y + q.height) - Math.max(p.y, q.y);
                if (across > 1 && down > 3) hits.push([a, b]);
            }));
            return hits;
        })"""
    )
    page.context.close()
    assert touching == []


# On paper


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_table_or_chart_is_wider_than_a_printed_page(
    browser: Browser, written: Mapping[str, Path], lang: str
) -> None:
    page = opened(browser, written[lang], PAPER)
    page.emulate_media(media="print")
    wide = page.evaluate(
        """width => [...document.querySelectorAll('table, svg')]
            .filter(e => e.getBoundingClientRect().width > width + 1).map(e => e.parentElement.ariaLabel)""",
        PAPER[0],
    )
    page.context.close()
    assert wide == []


@pytest.mark.slow
def test_it_prints_in_light_colours_on_upright_a4_with_every_section(
    browser: Browser, written: Mapping[str, Path], tmp_path: Path
) -> None:
    page = opened(browser, written["kk"], dark=True)
    page.pdf(path=tmp_path / "sheet.pdf", prefer_css_page_size=True, print_background=True)
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.emulate_media(media="print")
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.context.close()
    assert (ground, paper) == ("rgb(20, 24, 29)", "rgb(255, 255, 255)")
    facts = subprocess.run(["pdfinfo", tmp_path / "sheet.pdf"], capture_output=True, text=True, check=True).stdout
    pages = int(re.findall(r"Pages:\s+(\d+)", facts)[0])
    assert 15 <= pages <= 35
    assert "A4" in facts
    text = subprocess.run(
        ["pdftotext", "-layout", tmp_path / "sheet.pdf", "-"], capture_output=True, text=True, check=True
    ).stdout
    for title in ("Қаржылық ковенанттар", "Қолданылатын құқық", "Болжамдар (бастапқы деректер)"):
        assert title in text
    assert f"{pages} / {pages}" in text


@pytest.mark.slow
def test_the_head_of_a_long_table_is_repeated_on_every_page_it_runs_over(
    browser: Browser, written: Mapping[str, Path], tmp_path: Path
) -> None:
    page = opened(browser, written["en"])
    page.pdf(path=tmp_path / "sheet.pdf", prefer_css_page_size=True)
    page.context.close()
    text = subprocess.run(
        ["pdftotext", "-layout", tmp_path / "sheet.pdf", "-"], capture_output=True, text=True, check=True
    ).stdout
    heads = [sheet for sheet in text.split("\f") if re.search(r"Figure\s+Value\s+Status\s+Source and note", sheet)]
    assert len(heads) >= 3


# A deal in layers, in the language with the longest words


@pytest.fixture(scope="module")
def in_layers(layers: Results, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("layers") / "kk.html"
    write_term_sheet(layers, path, "kk")
    return path


def test_every_link_of_a_deal_in_layers_leads_somewhere(in_layers: Path) -> None:
    text = in_layers.read_text(encoding="utf-8")
    ids = re.findall(r'\bid="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', text)) <= set(ids)
    assert in_layers.stat().st_size < 600_000


@pytest.mark.slow
@pytest.mark.parametrize(("size", "dark"), [(DESKTOP, False), (PHONE, True)], ids=["desktop", "phone in the dark"])
def test_a_deal_in_layers_has_no_barrier_and_nothing_is_cut_off(
    browser: Browser, in_layers: Path, size: tuple[int, int], dark: bool
) -> None:
    page = opened(browser, in_layers, size, dark=dark)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']}).then(r => r.violations)")
    width = page.evaluate("document.documentElement.scrollWidth")
    cut = page.evaluate(
        """() => [...document.querySelectorAll('td, thead th')].filter(cell => cell.scrollWidth > cell.clientWidth + 1)
            .map(cell => cell.closest('table').querySelector('caption').textContent + ': ' + cell.textContent)"""
    )
    page.context.close()
    assert [(v["id"], v["help"], [n["html"][:120] for n in v["nodes"][:3]]) for v in found] == []
    assert width == size[0]
    assert cut == []


@pytest.mark.slow
def test_no_table_of_a_deal_in_layers_is_wider_than_a_printed_page(browser: Browser, in_layers: Path) -> None:
    page = opened(browser, in_layers, PAPER)
    page.emulate_media(media="print")
    wide = page.evaluate(
        """width => [...document.querySelectorAll('table, svg')]
            .filter(e => e.getBoundingClientRect().width > width + 1).map(e => e.parentElement.ariaLabel)""",
        PAPER[0],
    )
    page.context.close()
    assert wide == []


# An issuance


@pytest.fixture(scope="module")
def issued(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The term sheet of a city's two green bonds."""
    path = tmp_path_factory.mktemp("issuance") / "term_sheet.html"
    write_term_sheet(run_case(CITY), path, "en")
    return path


def test_every_link_of_an_issuance_leads_somewhere(issued: Path) -> None:
    text = issued.read_text(encoding="utf-8")
    ids = re.findall(r'\bid="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', text)) <= set(ids)


@pytest.mark.slow
@pytest.mark.parametrize(("size", "dark"), [(DESKTOP, False), (PHONE, True)], ids=["desktop", "phone in the dark"])
def test_an_issuance_has_no_barrier_and_nothing_is_cut_off(
    browser: Browser, issued: Path, size: tuple[int, int], dark: bool
) -> None:
    page = opened(browser, issued, size, dark=dark)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']}).then(r => r.violations)")
    width = page.evaluate("document.documentElement.scrollWidth")
    page.context.close()
    assert [(v["id"], v["help"], [n["html"][:120] for n in v["nodes"][:3]]) for v in found] == []
    assert width == size[0]


@pytest.mark.slow
def test_no_table_of_an_issuance_is_wider_than_a_printed_page(browser: Browser, issued: Path) -> None:
    page = opened(browser, issued, PAPER)
    page.emulate_media(media="print")
    wide = page.evaluate(
        """width => [...document.querySelectorAll('table, svg')]
            .filter(e => e.getBoundingClientRect().width > width + 1).map(e => e.parentElement.ariaLabel)""",
        PAPER[0],
    )
    page.context.close()
    assert wide == []
