"""Stage read: a raw folder becomes articles."""

from security_meetings.read.articles import Reading, mark_duplicates, read_raw_folder
from security_meetings.read.normalise import ReadingText, normalise_text
from security_meetings.read.sources import SourceTable, read_sources

__all__ = [
    "Reading",
    "ReadingText",
    "SourceTable",
    "mark_duplicates",
    "normalise_text",
    "read_raw_folder",
    "read_sources",
]
