"""Files that are not code are found, and a missing one is named."""

import pytest

from finmodel.errors import FinmodelError
from finmodel.resources import template_path, templates_folder


def test_templates_are_found_beside_the_package_in_a_checkout() -> None:
    assert templates_folder().name == "templates"
    assert template_path("glossary.csv").read_text(encoding="utf-8").startswith("en,ru,kk")


def test_a_missing_template_is_named() -> None:
    with pytest.raises(FinmodelError, match=r"templates/no_such_file\.html is missing"):
        template_path("no_such_file.html")
