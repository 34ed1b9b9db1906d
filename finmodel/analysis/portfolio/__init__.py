"""Portfolios: flows of deals by calendar year, what stands on their sum, and how they move together."""
