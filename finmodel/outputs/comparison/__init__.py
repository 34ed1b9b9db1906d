"""Comparisons for readers: scenarios and pairs of deals as lines of text and as records for programs."""
