"""Hedges of a facility: forwards and swaps, what they cost, and the debt that a hedged cash flow carries."""
