"""Repayment profiles: each says what principal the contract asks for, period by period."""
