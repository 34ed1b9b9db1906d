"""Compensation of shareholders on termination, one file for each convention by name."""
