"""The PDFs: drawn, signed, sealed and checked."""
