"""Where the project's own data stand: in a checkout beside the package, in an installed wheel inside it."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).parent


def find_data(in_wheel: str, in_checkout: str) -> Path:
    """Return the path of a data file or folder, the installed wheel's copy before the checkout's."""
    installed = PACKAGE / in_wheel
    return installed if installed.exists() else PACKAGE.parents[1] / in_checkout


def vocabularies_folder() -> Path:
    """Return the folder with codebook/ and gazetteer/."""
    return find_data("vocabularies", "build/vocabularies")


def expectations_folder() -> Path:
    """Return the folder of what must hold of the tables."""
    return find_data("expectations", "build/expectations")


def schemas_folder() -> Path:
    """Return the folder with one Table Schema a published table."""
    return find_data("schemas", "schemas")


def package_descriptor() -> Path:
    """Return the path of the hand-kept datapackage.json."""
    return find_data("datapackage.json", "datapackage.json")
