"""Outcomes: what is paid for results that are measured, attributed and verified."""
