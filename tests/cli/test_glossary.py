"""``finmodel glossary`` tells a term in three languages."""

import json

from tests.cli.conftest import Finmodel


def test_a_term_is_found_by_a_word_of_any_language(finmodel: Finmodel) -> None:
    for word in ("LLCR", "llcr", "кредит мерзіміндегі"):
        assert "loan life coverage ratio (LLCR)" in finmodel("glossary", word).out
    assert "концессия" in finmodel("glossary", "Concession").out


def test_all_terms_are_told_with_their_source(finmodel: Finmodel) -> None:
    terms = json.loads(finmodel("glossary", "--json").out)
    assert len(terms) > 100
    assert all(term["en"] and term["ru"] and term["kk"] and term["source"] for term in terms)


def test_an_unknown_word_is_said_to_be_unknown(finmodel: Finmodel) -> None:
    answer = finmodel("glossary", "zebra")
    assert (answer.code, answer.err) == (2, "The glossary has no term with 'zebra' in it.\n")
