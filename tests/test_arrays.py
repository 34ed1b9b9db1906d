"""Arrays are written as numpy reads them, and the same arrays give the same bytes."""

import io

import numpy as np

from finmodel.arrays import write_arrays


def written(arrays: dict[str, np.ndarray]) -> bytes:
    buffer = io.BytesIO()
    write_arrays(buffer, arrays.items())
    return buffer.getvalue()


def test_what_is_written_is_read_back() -> None:
    arrays = {"kpi:equity_irr": np.array([0.1, np.nan]), "flag:default": np.array([True, False])}
    with np.load(io.BytesIO(written(arrays))) as found:
        assert found.files == list(arrays)
        for name, values in arrays.items():
            np.testing.assert_array_equal(found[name], values)
            assert found[name].dtype == values.dtype


def test_the_same_arrays_give_the_same_bytes_in_any_layout() -> None:
    values = np.arange(12.0).reshape(3, 4)
    assert written({"x": values}) == written({"x": np.asfortranarray(values)})
