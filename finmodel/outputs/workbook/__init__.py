"""The live workbook: the same lines as formulas, one sheet a section, written with XlsxWriter."""

from finmodel.outputs.workbook.writer import write_workbook

__all__ = ["write_workbook"]
