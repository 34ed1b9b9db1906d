"""Issuance: time, the issuer's account, cover and checks of bonds that stand alone."""
