"""Pages about uncertainty as a committee opens them: whole in themselves, readable for everyone, and whole on paper."""

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request

from finmodel.outputs.language import LANGUAGES, translator
from finmodel.outputs.uncertainty.page import Page as Document
from finmodel.outputs.uncertainty.writer import render_page
from tests.outputs.uncertainty.written import PAGES

AXE = Path(__file__).parents[2] / "vendor/axe-core/axe.min.js"
DESKTOP, PHONE, PAPER = (1280, 900), (390, 844), (673, 1000)
"""Sizes in CSS pixels; that of paper is what A4 leaves between its margins."""


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    found = {}
    for (kind, write), lang in zip(PAGES.items(), [*LANGUAGES] * len(PAGES), strict=False):
        found[kind] = folder / f"{kind}-{lang}.html"
        write(found[kind], lang)
    return found


def opened(
    browser: Browser, path: Path, size: tuple[int, int], *, dark: bool = False, asked: list[str] | None = None
) -> Page:
    """The page; what it asks for goes into ``asked``."""

    def note(request: Request) -> None:
        if asked is not None:
            asked.append(request.url)

    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]}, color_scheme="dark" if dark else "light"
    )
    page = context.new_page()
    page.on("request", note)
    page.goto(path.as_uri())
    page.evaluate("document.fonts.ready.then(() => true)")
    return page


@pytest.mark.parametrize("kind", PAGES)
def test_ids_are_unique_links_lead_somewhere_and_nothing_is_fetched(kind: str, written: Mapping[str, Path]) -> None:
    text = written[kind].read_text(encoding="utf-8")
    ids = re.findall(r'\bid="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', text)) <= set(ids)
    assert not re.findall(r"""(?:src|href)=["']?(?:https?:)?//""", text)
    assert "<script" not in text
    assert not re.search(r"\bnan\b", text, re.IGNORECASE)


@pytest.mark.parametrize("kind", PAGES)
def test_every_chart_is_named_and_described(kind: str, written: Mapping[str, Path]) -> None:
    text = written[kind].read_text(encoding="utf-8")
    assert text.count("<svg") == text.count('role="img"') == text.count("<desc ")


def test_texts_of_the_case_are_text_whatever_they_hold() -> None:
    evil = "</style><script>alert(1)</script> {{ 7*7 }} %(x)s"
    page = Document(evil, evil, (), evil, (evil,), (), (), (evil,))
    text = render_page(page, translator("en"))
    assert "<script" not in text
    assert text.count("</style>") == 1
    assert text == render_page(replace(page), translator("en"))


@pytest.mark.slow
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_axe_finds_no_barrier_and_nothing_sticks_out(
    browser: Browser, written: Mapping[str, Path], dark: bool, size: tuple[int, int]
) -> None:
    for path in written.values():
        asked: list[str] = []
        page = opened(browser, path, size, dark=dark, asked=asked)
        page.evaluate(AXE.read_text(encoding="utf-8"))
        found = page.evaluate("axe.run(document, {resultTypes: ['violations']}).then(r => r.violations)")
        width = page.evaluate("document.documentElement.scrollWidth")
        page.context.close()
        assert [(v["id"], v["help"], [n["html"][:120] for n in v["nodes"][:3]]) for v in found] == []
        assert (width, [url for url in asked if not url.startswith("data:")]) == (size[0], [path.as_uri()])


@pytest.mark.slow
def test_no_chart_or_table_is_wider_than_the_page_it_is_printed_on(
    browser: Browser, written: Mapping[str, Path]
) -> None:
    for path in written.values():
        page = opened(browser, path, PAPER)
        page.emulate_media(media="print")
        wide = page.evaluate(
            """width => [...document.querySelectorAll('table, svg')]
                .filter(e => e.getBoundingClientRect().width > width + 1).map(e => e.parentElement.ariaLabel)""",
            PAPER[0],
        )
        page.context.close()
        assert (path.name, wide) == (path.name, [])
