"""The gallery: every part of the window in each of its states, to look at and to test; it opens no register."""
