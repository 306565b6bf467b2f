"""The tour: the year played in real windows, which leaves pictures and PDFs."""
