"""Foreign currency: the path of each rate of exchange, and loans and prices stated in another currency."""
