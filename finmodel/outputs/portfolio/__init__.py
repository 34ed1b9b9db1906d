"""Documents of a portfolio: text, JSON, arrays and tables of a store."""
