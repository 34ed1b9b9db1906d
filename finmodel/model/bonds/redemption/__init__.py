"""Redemption: how the principal of a bond is repaid, by profile."""
