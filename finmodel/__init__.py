"""finmodel: smart-city project finance from one set of line definitions."""

__version__ = "0.1.0"
