"""Comparison: scenarios beside the base case, two deals side by side, and what makes the difference."""
