"""Sensitivities as documents: tables of text for a screen, records for programs."""
