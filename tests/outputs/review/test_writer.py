"""The pack as a reviewer opens it: findings first, whole in itself, readable for everyone, and whole on paper."""

import re
import subprocess
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from finmodel.outputs.language import LANGUAGES, translator
from finmodel.outputs.review.document import Pack
from finmodel.outputs.review.writer import render_pack, write_pack
from finmodel.questions import review_case
from tests.analysis.review.cases import FAULTY
from tests.outputs.review.packs import compliant_review, faulty_review, pack_of

AXE = Path(__file__).parents[2] / "vendor/axe-core/axe.min.js"
DESKTOP, PHONE, UPRIGHT, SIDEWAYS = (1280, 900), (360, 780), (673, 1000), (1001, 673)
"""Sizes in CSS pixels; those of paper are what A4 leaves between its margins."""


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """A pack by hand in every language; the pack without findings, and that of a case, in one each."""
    folder = tmp_path_factory.mktemp("packs")
    seeded = review_case(FAULTY, taxonomy_files=[str(FAULTY.with_name("authority.csv"))])
    wanted = [("faulty", faulty_review(), lang) for lang in LANGUAGES]
    for name, review, lang in (*wanted, ("compliant", compliant_review(), "ru"), ("seeded", seeded, "kk")):
        write_pack(pack_of(review, lang), folder / f"{name}-{lang}.html", translator(lang))
    return {path.stem: path for path in folder.glob("*.html")}


def opened(browser: Browser, path: Path, size: tuple[int, int], *, dark: bool = False) -> Page:
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]}, color_scheme="dark" if dark else "light"
    )
    page = context.new_page()
    page.goto(path.as_uri())
    page.evaluate("document.fonts.ready.then(() => true)")
    return page


def test_findings_come_before_everything_else(faulty: Pack) -> None:
    text = render_pack(faulty, translator("en"))
    places = [text.index(f'id="{key}"') for key in ("findings", "components", "part-allocation", "part-taxonomy")]
    assert places == sorted(places)


def test_each_finding_says_where_what_and_what_to_do(faulty: Pack) -> None:
    text = render_pack(faulty, translator("en")).replace("<wbr>", "")
    for finding in faulty.findings:
        for words in (finding.what, finding.where, finding.remedy, finding.code, finding.severity_label):
            assert words in text


def test_a_pack_without_findings_says_so(compliant: Pack) -> None:
    text = render_pack(compliant, translator("en"))
    assert "No finding" in text
    assert 'class="finding ' not in text


def test_every_link_inside_leads_somewhere(faulty: Pack) -> None:
    text = render_pack(faulty, translator("en"))
    ids = re.findall(r'\bid="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', text)) <= set(ids)


def test_texts_of_the_case_are_text_whatever_they_hold(faulty: Pack) -> None:
    evil = "</style><script>alert(1)</script> {{ 7*7 }} %(x)s"
    finding = replace(faulty.findings[0], what=evil, where=evil, remedy=evil)
    text = render_pack(replace(faulty, title=evil, verdict=evil, findings=(finding,)), translator("en"))
    assert "<script" not in text
    assert text.count("</style>") == 1
    assert "{{ 7*7 }}" in text


@pytest.mark.slow
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_axe_finds_no_barrier_and_nothing_sticks_out(
    browser: Browser, written: Mapping[str, Path], dark: bool, size: tuple[int, int]
) -> None:
    for path in written.values():
        page = opened(browser, path, size, dark=dark)
        page.evaluate(AXE.read_text(encoding="utf-8"))
        found = page.evaluate("axe.run(document, {resultTypes: ['violations']}).then(r => r.violations)")
        width = page.evaluate("document.documentElement.scrollWidth")
        page.context.close()
        assert [(v["id"], v["help"], [n["html"][:120] for n in v["nodes"][:3]]) for v in found] == []
        assert width == size[0]


@pytest.mark.slow
def test_on_paper_wide_registers_lie_on_their_side(
    browser: Browser, written: Mapping[str, Path], tmp_path: Path
) -> None:
    page = opened(browser, written["faulty-en"], DESKTOP)
    page.pdf(path=tmp_path / "pack.pdf", prefer_css_page_size=True)
    page.context.close()
    facts = subprocess.run(
        ["pdfinfo", "-l", "9", tmp_path / "pack.pdf"], capture_output=True, text=True, check=True
    ).stdout
    sizes = re.findall(r"size:\s+(\d+)[.\d]* x (\d+)", facts)
    assert ("842", "595") in [tuple(size) for size in sizes] or ("841", "594") in [tuple(size) for size in sizes]


@pytest.mark.slow
def test_no_table_is_wider_than_the_page_it_is_printed_on(browser: Browser, written: Mapping[str, Path]) -> None:
    for size, which in ((UPRIGHT, ".part:not(.sideways)"), (SIDEWAYS, ".sideways")):
        page = opened(browser, written["seeded-kk"], size)
        page.emulate_media(media="print")
        wide = page.evaluate(
            """([which, width]) => [...document.querySelectorAll(`${which} table, ${which} svg`)]
                .filter(e => e.getBoundingClientRect().width > width + 1).map(e => e.parentElement.ariaLabel)""",
            [which, size[0]],
        )
        page.context.close()
        assert wide == []
