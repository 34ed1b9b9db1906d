"""Covenants of one facility: its lock-up test, its default, and the sponsors' cure of it."""
