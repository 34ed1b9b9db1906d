"""Random draws without any deal: distributions, correlation, sequences, processes and events, as plain arrays."""
