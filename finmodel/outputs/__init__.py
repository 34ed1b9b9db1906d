"""Documents: workbook, term sheet, charts and tables laid out from results; nothing is computed here."""
