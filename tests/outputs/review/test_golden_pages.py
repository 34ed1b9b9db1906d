"""Golden pages of a case without fault and of one with seeded faults; each fault is found, named, and nothing else."""

import pytest

from tests.outputs.review.golden_pages import CASES, golden_path, page_words


@pytest.mark.parametrize("name", CASES)
def test_the_page_says_what_it_said(name: str) -> None:
    assert page_words(name) == golden_path(name).read_text(encoding="utf-8")
