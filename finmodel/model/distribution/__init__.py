"""Distributions: dividends under each limit by name, and the return of share capital at the end."""
