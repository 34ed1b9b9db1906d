"""Coupons: what rate a bond bears, by kind."""
