"""Bonds: dates, coupons, redemption and costs of an issue, and the mathematics of its price and yield."""
