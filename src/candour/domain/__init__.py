"""The rules, pure: frozen values, enums and functions; no I/O, no clock, no Qt, no SQL."""
