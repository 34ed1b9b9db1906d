"""Colours can be told from their paper."""

from finmodel.outputs.palette import DARK_PAPER, INK, LIGHT_PAPER, PALETTE, contrast


def test_black_on_white_has_the_highest_contrast_there_is() -> None:
    assert contrast("#000000", "#ffffff") == contrast("#ffffff", "#000000") == 21.0
    assert contrast("#777777", "#777777") == 1.0


def test_every_series_colour_stands_out_three_to_one_from_both_papers() -> None:
    weak = [
        colour.name
        for colour in PALETTE
        if contrast(colour.light, LIGHT_PAPER) < 3 or contrast(colour.dark, DARK_PAPER) < 3
    ]
    assert weak == []


def test_words_in_charts_are_readable_on_both_papers() -> None:
    for colour in INK[:2]:
        assert contrast(colour.light, LIGHT_PAPER) >= 4.5
        assert contrast(colour.dark, DARK_PAPER) >= 4.5


def test_no_two_series_share_a_colour() -> None:
    assert len({colour.light for colour in PALETTE}) == len({colour.dark for colour in PALETTE}) == len(PALETTE)
