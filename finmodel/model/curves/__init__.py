"""Curves: the index of a rate compounded daily, and a price index, on any day of the grid."""
