"""Sensitivity: what results become when figures of a case are moved one by one, two by two, or all at random."""
