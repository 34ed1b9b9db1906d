"""Grants: how much is granted, when it is received, when it is used, what of it is paid back."""
