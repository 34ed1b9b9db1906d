"""Refinancing: the new loan, the day on which it replaces the old one, and the gain that is shared."""
