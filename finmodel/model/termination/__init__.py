"""Termination: what is owed if the contract ends early, what the authority pays in each case, and who loses."""
