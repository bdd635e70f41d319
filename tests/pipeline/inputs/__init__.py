"""Inputs: what the command line names becomes documents."""
