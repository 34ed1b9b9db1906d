"""Pages about uncertainty: sensitivities, scenarios, comparisons, simulations and portfolios, with their charts."""
