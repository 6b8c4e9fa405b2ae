"""Security Meetings: from news texts on security talks between states to evidenced tables."""

__version__ = "0.1.0"
