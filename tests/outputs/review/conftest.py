"""Packs of reviews made by hand, and Chromium to look at them."""

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from finmodel.outputs.review.document import Pack
from finmodel.outputs.term_sheet.view import View
from tests.outputs.review.packs import compliant_review, faulty_review, pack_of, seen

QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


@pytest.fixture(scope="session")
def faulty() -> Pack:
    """The pack of a review that finds faults."""
    return pack_of(faulty_review())


@pytest.fixture(scope="session")
def compliant() -> Pack:
    """The pack of a review that finds nothing."""
    return pack_of(compliant_review())


@pytest.fixture(scope="session")
def view() -> View:
    """The appraised deal in English."""
    return seen("en")


@pytest.fixture(scope="session")
def russian() -> View:
    """The appraised deal in Russian."""
    return seen("ru")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, which asks for nothing from anywhere."""
    program = shutil.which("chromium") or shutil.which("google-chrome")
    assert program, "Chromium is missing: .ci/packages documents installs it"
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=program, args=list(QUIET))
        yield found
        found.close()
