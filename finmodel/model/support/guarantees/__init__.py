"""Guarantees and insurance: what they cover, when they pay, what is left of them, their fees and their claims."""
