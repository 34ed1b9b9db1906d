"""The live workbook: the same lines as formulas, one sheet a section, written with XlsxWriter."""

from finmodel.outputs.workbook.writer import Draft, write_workbook

__all__ = ["Draft", "write_workbook"]
