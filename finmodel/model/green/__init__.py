"""Green: what labelled proceeds paid for and when, what waits, what the projects achieve, and the share financed."""
