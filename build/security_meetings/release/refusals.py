"""Why a release is refused, in words for the maintainer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from security_meetings.problems import EXAMPLES_SHOWN, Problem

NEXT = "begin the next version: security-meetings release --next"


def not_own(name: str) -> Problem:
    """Return that a raw folder, or the place of its finished files, is not the project's own."""
    expected = "the folder beside the project's datapackage.json, and its dist"
    return _refusal("not-own", name, "is not the project's own", expected, "go to the folder of the project")


def not_clean(changed: Sequence[str]) -> Problem:
    """Return that files are not as they were committed."""
    more = f" and {len(changed) - EXAMPLES_SHOWN} more" if len(changed) > EXAMPLES_SHOWN else ""
    what = f"{', '.join(changed[:EXAMPLES_SHOWN])}{more}: changed since the last commit, or new"
    return _refusal("not-clean", "git", what, "a clean tree", "commit what belongs to the release, take the rest away")


def not_built(change: str) -> Problem:
    """Return that the finished files are not what a build makes of the texts, in one of the ways in which they differ."""
    todo = "build, read what changed, commit: security-meetings build"
    return _refusal("not-built", "dist", f"a build would change it: {change}", "what a build makes", todo)


def open_warning(problem: Problem) -> Problem:
    """Return a warning that nobody accepted as what stands against a release."""
    todo = "correct it, or accept it with a reason in build/expectations/accepted.toml"
    told = f"{problem.todo}; or {todo}" if problem.todo else todo
    return replace(problem, severity="error", rule_id=f"release.open-warning, {problem.rule_id}", todo=told)


def too_small(version: str, smallest: str, last: str | None, reasons: Sequence[str]) -> Problem:
    """Return that a version is smaller than the difference to the last one allows, and why."""
    why = "; ".join(reasons) or (f"the last release is {last}" if last else "there is no release before it")
    todo = f"security-meetings release {smallest}"
    return _refusal("too-small", "VERSION", f'"{version}" is too small: {why}', f'"{smallest}" or above', todo)


def released_already(version: str, archive: str) -> Problem:
    """Return that a version is released."""
    what = f'"{version}" is released already, and a release is never made again'
    return _refusal("released", archive, what, "a higher version", NEXT)


def uncommitted(version: str, tag: str, told: str = "") -> Problem:
    """Return that a release is written and not in git: it stands there, or `told` says why git undid it."""
    if told:
        what = f'git could not commit "{version}": {told}'
        return _refusal("uncommitted", "git", what, "a commit and a tag", "correct that; everything is as it was")
    todo = f"git add --all && git commit -m 'Release {version}' && git tag -a -m 'Release {version}' {tag}"
    return _refusal("uncommitted", "git", f'"{version}" is released, and not committed', "a commit and a tag", todo)


def tagged_already(tag: str) -> Problem:
    """Return that a tag is there though the release is not."""
    todo = f"see what it names (git show {tag}), and take it away if it is no release"
    return _refusal("tagged", "git", f'there is a tag "{tag}", and no such release in dist/releases/', "no tag", todo)


def not_begun(what: str, expected: str) -> Problem:
    """Return that the version in the making is not one that the command can go on from."""
    todo = NEXT if "released already" in what else "release it first: security-meetings release"
    return _refusal("not-begun", "datapackage.json", what, expected, todo)


def _refusal(kind: str, where: str, what: str, expected: str, todo: str) -> Problem:
    return Problem(severity="error", rule_id=f"release.{kind}", where=where, what=what, expected=expected, todo=todo)
