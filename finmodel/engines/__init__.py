"""Engines: each translates every node of the language for one target; none of them knows finance."""
