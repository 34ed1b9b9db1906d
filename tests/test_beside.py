"""Work beside the rest gives the same answer and the same error, whether or not there is a second process."""

import subprocess
import sys
from functools import partial

import pytest

from finmodel import beside
from finmodel.beside import Beside

ALONE = """
import os
from functools import partial
from finmodel.beside import Beside, has_room

def work(): return os.getpid()
def wrong(): raise ValueError("too much")
def odd(): return lambda: 1

print(has_room(), Beside(work).result() != os.getpid())
try:
    Beside(wrong).result()
except ValueError as error:
    print(error)
print(Beside(partial(sum, (1, 2))).result(), Beside(odd).result()())
print(len(Beside(partial(bytes, 1_000_000)).result()))
"""


def test_without_room_the_work_is_done_in_its_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside, "has_room", lambda: False)
    done: list[str] = []
    begun = Beside(partial(done.append, "done"))
    assert not done
    begun.result()
    assert done == ["done"]


def test_an_error_is_raised_where_the_answer_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside, "has_room", lambda: False)
    begun = Beside(lambda: 1 // 0)
    with pytest.raises(ZeroDivisionError):
        begun.result()


@pytest.mark.skipif(not beside.may_split(), reason="one processor, or no way to split a process: nothing to test here")
def test_a_second_process_answers_and_one_that_fails_is_made_up_for() -> None:
    ended = subprocess.run([sys.executable, "-c", ALONE], capture_output=True, text=True, check=True)
    assert ended.stdout.splitlines() == ["True True", "too much", "3 1", "1000000"]
    assert "Traceback" not in ended.stderr
