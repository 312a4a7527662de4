"""A module a notebook, named by its slug: which fields become controls, which model, which view."""
