"""Orders of drawdown: what the facilities draw together (``debt_need``) and what the sponsors pay in."""
