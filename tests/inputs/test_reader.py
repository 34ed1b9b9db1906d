"""YAML as people write it, by the rules of YAML 1.2."""

import pytest

from finmodel.inputs.document import Place
from finmodel.inputs.reader import read_text, scalar


def data(text: str) -> object:
    """What a text holds; it must be without a problem."""
    document, problems = read_text(text, "case.yaml")
    assert problems == []
    return document.data


def said(text: str) -> list[str]:
    """The problems of a text."""
    return [str(problem) for problem in read_text(text, "case.yaml")[1]]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("1e6", 1e6), ("1.0e6", 1e6), ("1E-3", 0.001), (".5", 0.5), ("5.", 5.0), ("-3", -3), ("+3", 3),
        ("010", 10), ("0x1F", 31), ("0o17", 15), ("1:30", "1:30"), ("1_000", "1_000"), ("NO", "NO"), ("yes", "yes"),
        ("on", "on"), ("true", True), ("False", False), ("~", None), ("null", None), ("", None),
        ("2027-01-01", "2027-01-01"), ("12 %", "12 %"), ("'12'", "12"), ('"true"', "true"), ("=", "="), ("1e", "1e"),
    ],
)  # fmt: skip
def test_a_value_means_what_yaml_1_2_says(written: str, meant: object) -> None:
    found = data(f"key: {written}\n")
    assert found == {"key": meant}
    assert isinstance(found, dict)
    assert type(found["key"]) is type(meant)


def test_special_numbers_are_read_and_left_to_the_figures_to_refuse() -> None:
    assert scalar(".inf") == float("inf")
    assert scalar("-.INF") == float("-inf")
    assert scalar(".nan") != scalar(".nan")


def test_keys_are_texts_whatever_they_look_like() -> None:
    assert data("{2027: 1, NO: 2, true: 3, 1e3: 4}") == {"2027": 1, "NO": 2, "true": 3, "1e3": 4}


def test_block_texts_and_quotes_are_texts() -> None:
    assert data("note: |\n  12\n  13\nprice: '12'\n") == {"note": "12\n13\n", "price": "12"}


def test_every_key_and_value_knows_its_place() -> None:
    document, _ = read_text("capex:\n  lights: {price: 5, spend: [1, 2]}\n", "case.yaml")
    assert document.keys[("capex", "lights")] == Place("case.yaml", 2, 3)
    assert document.values[("capex", "lights", "price")] == Place("case.yaml", 2, 19)
    assert document.values[("capex", "lights", "spend", 1)] == Place("case.yaml", 2, 33)


def test_columns_are_counted_in_letters_not_in_bytes() -> None:
    document, _ = read_text("{ru: Свет, kk: Жарық}", "case.yaml")
    assert document.values[("kk",)] == Place("case.yaml", 1, 16)


def test_the_first_of_two_equal_keys_counts_and_the_second_is_reported() -> None:
    document, problems = read_text("price: 5\nunit:\n  a: 1\nprice: {a: [1, 2]}\n", "case.yaml")
    assert document.data == {"price": 5, "unit": {"a": 1}}
    assert [str(p) for p in problems] == [
        "case.yaml:4:1: price: is given twice, first on line 1; remove one of the two"
    ]


def test_an_alias_repeats_its_anchor_a_few_times_but_not_many() -> None:
    assert data("a: &x {b: 1}\nc: *x\n") == {"a": {"b": 1}, "c": {"b": 1}}
    many = "a: &x 1\nb: [" + ", ".join(["*x"] * 21) + "]\n"
    assert said(many) == ["case.yaml:2:85: b[21]: is one alias too many: 20 are read; write the values out"]


def test_a_bomb_of_aliases_is_refused_before_it_unfolds() -> None:
    levels = ["z0: &z0 [" + ", ".join(["1"] * 99) + "]"]
    levels += [f"z{n}: &z{n} [*z{n - 1}, *z{n - 1}]" for n in range(1, 11)]
    assert [message.split("; ")[1] for message in said("\n".join(levels))] == ["shorten it"]


def test_an_alias_of_itself_is_refused() -> None:
    assert "is not defined above" in said("a: &x [*x]\n")[0]


def test_depth_and_length_are_limited() -> None:
    assert "nested more than 24 deep" in said("a: " + "[" * 5000)[0]
    assert "more than 100,000 values" in said("[" + "1," * 100_001 + "]")[0]


def test_a_number_of_a_million_digits_is_kept_as_one_too_large_and_not_worked_out() -> None:
    assert data("a: " + "9" * 1_000_000) == {"a": 10**400}


def test_each_of_several_problems_is_reported() -> None:
    assert len(said("a: !tag 1\nb: *c\na: 2\n<<: {d: 1}\n")) == 4


def test_an_empty_text_holds_nothing_and_is_no_problem_by_itself() -> None:
    assert data("") is None
    assert data("# nothing\n---\n") is None


def test_windows_line_ends_do_not_shift_places() -> None:
    document, problems = read_text("a: 1\r\nb: 2\r\n", "case.yaml")
    assert (problems, document.values[("b",)]) == ([], Place("case.yaml", 2, 4))
