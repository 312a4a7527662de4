"""Lessons for those who have no Jupyter: pages and slides, each one file that needs no net."""
