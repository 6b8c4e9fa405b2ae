"""Further forms of the tables: SQLite, Stata and Excel, written from the same cells and proven to hold them."""

from security_meetings.forms.conversion import convert_package
from security_meetings.forms.excel_reading import read_excel
from security_meetings.forms.naming import FORMS, Form
from security_meetings.forms.package import Package, read_package, read_tables
from security_meetings.forms.parity import compare_tables, prove_forms, read_form
from security_meetings.forms.sqlite import read_sqlite
from security_meetings.forms.stata import read_stata
from security_meetings.forms.writing import write_forms

__all__ = [
    "FORMS",
    "Form",
    "Package",
    "compare_tables",
    "convert_package",
    "prove_forms",
    "read_excel",
    "read_form",
    "read_package",
    "read_sqlite",
    "read_stata",
    "read_tables",
    "write_forms",
]
