"""Corporate income tax: depreciation for tax, losses carried forward, and the rate of each regime by name."""
