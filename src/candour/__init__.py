"""Candour: a school's yearly social media check, signed by each person and verifiable by anyone."""

__version__ = "0.1.0"
