"""Monte Carlo: scenarios of a case, drawn from what it states of uncertainty and run in chunks, and what they show."""
