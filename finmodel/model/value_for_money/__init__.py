"""Value for money: the public sector comparator, the cost of the PPP to the State, and the difference."""
