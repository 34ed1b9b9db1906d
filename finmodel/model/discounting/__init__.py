"""Discounting conventions by name: how many years a flow lies away."""
