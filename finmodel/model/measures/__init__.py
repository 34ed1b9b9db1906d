"""Measures of blended finance: what is given, by which instrument, what it moves, what debt costs on the whole."""
