"""The type that every query takes, named for layers that may not name SQLAlchemy themselves."""

from sqlalchemy import Connection

__all__ = ["Connection"]
