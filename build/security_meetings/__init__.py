"""Security Meetings: from news texts on security talks between states to evidenced tables."""

from security_meetings.loading import load
from security_meetings.loading.tables import Tables
from security_meetings.problems import DataProblems

__all__ = ["DataProblems", "Tables", "__version__", "load"]
__version__ = "0.1.0"
