"""Prepayment: what is repaid ahead of the contract, from which cash, and the schedule that then stands."""
