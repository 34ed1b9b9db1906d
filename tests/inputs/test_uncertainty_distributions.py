"""Distributions of a case file are read in the unit of what they move, and what makes none is said."""

from typing import Any

import pytest

from finmodel.inputs.uncertainty_distributions import DistributionTerms, read_distribution
from finmodel.units import Unit


def said(**terms: Any) -> list[str]:
    _, troubles = read_distribution(DistributionTerms.model_validate(terms), Unit.SHARE)
    return [f"{'.'.join(map(str, each.path))}: {each.what}" for each in troubles]


def test_parameters_are_numbers_in_the_unit_of_the_figure() -> None:
    terms = DistributionTerms.model_validate({"type": "pert", "low": "-5 %", "mode": 0, "high": "25 %"})
    found, troubles = read_distribution(terms, Unit.SHARE)
    assert troubles == []
    assert found is not None
    assert found.parameters == {"low": -0.05, "mode": 0.0, "high": 0.25}
    assert found.ends == (-0.05, 0.25)


@pytest.mark.parametrize(
    ("terms", "ends"),
    [
        ({"type": "normal", "mean": 1, "deviation": 0.1}, (None, None)),
        ({"type": "lognormal", "mean": 1, "deviation": 0.1}, (0.0, None)),
        ({"type": "uniform", "low": 1, "high": 2}, (1.0, 2.0)),
        ({"type": "triangular", "low": 1, "mode": 1, "high": 2}, (1.0, 2.0)),
        ({"type": "discrete", "values": [0, 6], "probabilities": ["80 %", 0.2]}, (0.0, 6.0)),
        ({"type": "empirical", "values": [3, 1, 2, 1]}, (1.0, 3.0)),
    ],
)
def test_every_kind_knows_its_ends(terms: dict[str, Any], ends: tuple[float | None, float | None]) -> None:
    found, troubles = read_distribution(DistributionTerms.model_validate(terms), Unit.NUMBER)
    assert troubles == []
    assert found is not None
    assert found.ends == ends


@pytest.mark.parametrize(
    ("terms", "problems"),
    [
        ({"type": "pert", "low": 0}, [": is pert and lacks mode", ": is pert and lacks high"]),
        ({"type": "normal", "mean": 1, "deviation": 0}, ["deviation: is not above 0"]),
        ({"type": "normal", "mean": 1, "deviation": 1, "low": 0}, ["low: is no parameter of normal"]),
        ({"type": "lognormal", "mean": -1, "deviation": 1}, ["mean: is not above 0, and a lognormal value always is"]),
        ({"type": "uniform", "low": 2, "high": 1}, ["high: 1 is not above low, which is 2"]),
        ({"type": "triangular", "low": 0, "mode": 3, "high": 2}, ["mode: 3 is not between 0 and 2"]),
        ({"type": "uniform", "low": "much", "high": 1}, ['low: "much" is text where a number is wanted']),
        ({"type": "discrete", "values": 3, "probabilities": [1]}, ["values: is no list of numbers"]),
        ({"type": "discrete", "values": [1, 2], "probabilities": [1]}, ["probabilities: are 1 for 2 values"]),
        ({"type": "discrete", "values": [1, 2], "probabilities": [0.5, 0.4]}, ["probabilities: add to 0.9"]),
        ({"type": "discrete", "values": [1, 2], "probabilities": [1.5, -0.5]}, ["probabilities: has one below 0"]),
        ({"type": "discrete", "values": [2, 1], "probabilities": [0.5, 0.5]}, ["values: do not rise"]),
        ({"type": "empirical", "values": [2, 2]}, ["values: are all alike"]),
    ],
)
def test_what_makes_no_distribution_is_said(terms: dict[str, Any], problems: list[str]) -> None:
    found = said(**terms)
    assert len(found) == len(problems), found
    for text, problem in zip(found, problems, strict=True):
        assert text.startswith(problem)
