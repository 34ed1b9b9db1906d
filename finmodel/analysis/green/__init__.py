"""Green tables: allocation, balances and impact of labelled instruments in the columns that reports have."""
