"""Interest on the average of the opening and the closing balance, in closed form: nothing waits for itself."""
