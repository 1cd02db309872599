"""Analyses over findings: the gap matrix and its evaluation."""
