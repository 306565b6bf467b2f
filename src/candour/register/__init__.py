"""The register: SQLAlchemy and SQLCipher live here and nowhere else."""
