"""Stage export: tables become files, and files become `dist` at once or not at all."""

from security_meetings.export.files import Export, write_files, write_tables
from security_meetings.export.guard import check_dist, check_ledger_folder
from security_meetings.export.journal import recover_swap, stage_files
from security_meetings.export.package import find_descriptor, read_descriptor
from security_meetings.export.report import Background

__all__ = [
    "Background",
    "Export",
    "check_dist",
    "check_ledger_folder",
    "find_descriptor",
    "read_descriptor",
    "recover_swap",
    "stage_files",
    "write_files",
    "write_tables",
]
