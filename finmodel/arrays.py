"""Arrays in npz files: the same arrays, the same bytes, one of them in memory at a time."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["write_arrays"]


def write_arrays(file: IO[bytes], arrays: Iterable[tuple[str, NDArray[Any]]]) -> None:
    """Writes arrays by name, as ``numpy.load`` reads them; no dates, no compression, nothing pickled."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as whole:
        for name, array in arrays:
            with whole.open(zipfile.ZipInfo(f"{name}.npy"), "w", force_zip64=True) as member:
                np.lib.format.write_array(member, np.ascontiguousarray(array), allow_pickle=False)
