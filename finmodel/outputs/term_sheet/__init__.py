"""The term sheet: one HTML file in English, Russian or Kazakh, whole in itself."""

from finmodel.outputs.term_sheet.writer import render_term_sheet, write_term_sheet

__all__ = ["render_term_sheet", "write_term_sheet"]
