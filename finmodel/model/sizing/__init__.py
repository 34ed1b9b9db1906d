"""Sizing limits: each gives the most debt that one test allows; the commitment is the least of them."""
