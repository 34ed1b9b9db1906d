"""Land: what a project adds to land values, what of it is captured, and the fund that reinvests it."""
