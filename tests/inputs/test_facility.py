"""The kinds of facility: each has a word of its own under ``type``."""

import typing

from finmodel.inputs.facility import Facility


def test_every_kind_has_one_word_and_no_two_the_same() -> None:
    union, *_ = typing.get_args(Facility)
    words = [typing.get_args(kind.model_fields["type"].annotation) for kind in typing.get_args(union)]
    assert all(len(own) == 1 for own in words)
    assert len(set(words)) == len(words) >= 10
