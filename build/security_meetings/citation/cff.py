"""CITATION.cff: the Citation File Format 1.2.0."""

from __future__ import annotations

from typing import Any

from security_meetings.citation.work import Contributor, Work

FILE = "CITATION.cff"
MESSAGE = "If you use these data, please cite them with the version that you used."
_WIDTH = 120


def format_cff(work: Work) -> str:
    """Return the citation as YAML of the Citation File Format, of type dataset."""
    import yaml

    known = {"date-released": work.released and work.released.isoformat(), "doi": work.doi, "url": work.homepage}
    document = {
        "cff-version": "1.2.0",
        "message": MESSAGE,
        "type": "dataset",
        "title": work.title,
        "version": work.version,
        **{key: value for key, value in known.items() if value},
        "authors": [_describe_author(creator) for creator in work.creators],
        "abstract": f"{work.description} {work.rights}",
        **({"keywords": list(dict.fromkeys(work.keywords))} if work.keywords else {}),
        "license": work.licence.name,
    }
    return yaml.safe_dump(document, sort_keys=False, allow_unicode=True, width=_WIDTH)


def _describe_author(creator: Contributor) -> dict[str, Any]:
    if not creator.is_person:
        return {"name": creator.name, **_orcid(creator)}
    told = {"family-names": creator.family, "given-names": creator.given, "affiliation": creator.affiliation}
    return {**{key: value for key, value in told.items() if value}, **_orcid(creator)}


def _orcid(creator: Contributor) -> dict[str, str]:
    return {"orcid": f"https://orcid.org/{creator.orcid}"} if creator.orcid else {}
