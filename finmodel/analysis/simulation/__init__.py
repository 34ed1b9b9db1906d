"""Monte Carlo: a case in many scenarios that are drawn from what it states of uncertainty, in chunks, and what they show."""
