"""The sample school: plainly invented people, marked as sample data."""
