"""The review of a labelled instrument: what a reviewer must see, one rule an idea, and the tables of record."""
