"""Interest while construction lasts: paid from sources of funds, or added to the loan."""
