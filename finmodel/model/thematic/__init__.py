"""Thematic instruments: labelled bonds, instruments linked to sustainability, sukuk."""
