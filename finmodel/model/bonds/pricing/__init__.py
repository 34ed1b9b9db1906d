"""Pricing: what a bond is worth at a yield, or yields at a price, its durations, and its spreads."""
