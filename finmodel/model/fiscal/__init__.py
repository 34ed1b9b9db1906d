"""Fiscal commitments: the State's payments by year against its budget, its limits, and what households can pay."""
