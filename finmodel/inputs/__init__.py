"""The case file: what it may say, how it is read, and every problem with it reported at once."""
