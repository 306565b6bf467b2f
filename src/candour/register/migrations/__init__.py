"""The migrations of the register, one file for each released schema, run by Alembic inside the program."""
