"""One class per job; one call is one transaction and one entry of the journal."""
