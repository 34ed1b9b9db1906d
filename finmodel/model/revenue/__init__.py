"""Revenue: one file for each way in which a project is paid."""
