"""A simulation written down: for programs, for a screen, and as arrays with a value for every scenario."""
