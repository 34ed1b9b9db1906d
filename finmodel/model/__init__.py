"""The definitions: what each line item of a project-finance model is, one concept a file. Lines only."""
