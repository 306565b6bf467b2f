"""Secrets, slots, passphrases, certificates, enrolment, and the sealing of content."""
