"""The models: pure functions from a company and the tables to results. No widgets, no words."""
