"""Public procurement of innovation: pilot, stage gate, and the scaled phase that is never part of the deal's cash."""
