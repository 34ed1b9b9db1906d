"""Pooling: small projects joined into one deal, with phases that earlier cash flows help to pay for."""
