"""Analyses: what a model says about one case, or about many; each runs an engine and returns plain records."""
