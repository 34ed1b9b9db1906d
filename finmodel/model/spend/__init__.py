"""Spend profiles: what share of an item is planned to be spent by each planned period of construction."""
