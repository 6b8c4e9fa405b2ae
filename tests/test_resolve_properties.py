"""What must hold of resolution whatever the articles tell: order, unrelated articles, ids, evidence."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from resolve_samples import Teller, as_sets, make_person, resolve
from security_meetings.identifiers import make_id

KARIM = make_person(0, "Karim Tavakoli", "interior_minister", "IRN")
KARIM_SHORT = make_person(0, "Tavakoli", "interior_minister", "IRN")
ULAN = make_person(1, "Ulan Beishenov", "interior_minister", "KGZ")
ULAN_REVERSED = make_person(1, "Beishenov Ulan Askarovich", "interior_minister", "KGZ")
NAMELESS = make_person(1, None, "interior_minister", "KGZ")
WEI = make_person(2, "Wei Zhang", "organization_head", "SCO")
BOTH = (0, 1)
PAIR = ("IRN", "KGZ")
SESSION = {"meeting_type": "multilateral_meeting", "organization_id": "SCO"}

CORPUS = (
    Teller("a1", KARIM, ULAN, published="2019-09-13")
    .meeting(0, BOTH, day="2019-09-12", city="Bishkek", country_code="KGZ")
    .agreement(4, PAIR, meeting=0)
    .agreement(6, PAIR, day="2016", title="fighting narcotics", status="in_force"),
    Teller("a2", KARIM_SHORT, ULAN_REVERSED, published="2019-09-14")
    .meeting(0, BOTH, day="2019-09-13")
    .agreement(4, PAIR, meeting=0, title="security")
    .agreement(6, PAIR, day="2016", title="fighting narcotics", is_plural=True),
    Teller("a3", KARIM, NAMELESS, published="2019-09-13").meeting(0, BOTH),
    Teller("a4", KARIM, ULAN, WEI, published="2020-05-05")
    .meeting(0, (2,), day="2020-05-04", city="Dushanbe", country_code="TJK", **SESSION)
    .meeting(4, BOTH, frame=0),
    Teller("a5", WEI, published=None).meeting(0, (2,), day="2020-05-04", **SESSION),
    Teller("a6", KARIM, ULAN, published="2019-09-13").meeting(0, BOTH, day="2019-09-14", status="planned"),
)
UNRELATED = Teller(
    "a0",
    make_person(0, "Rosa Valdés", "foreign_minister", "MEX"),
    make_person(1, "Pedro Lux", "foreign_minister", "GTM"),
    published="2001-01-01",
).meeting(0, BOTH, day="2001-01-01", city="Cancún", country_code="MEX")
OWN_ROWS = ("meetings", "participants", "agreements", "meeting_articles", "agreement_articles", "evidence", "merges")


@settings(deadline=None, max_examples=40)
@given(st.permutations(CORPUS))
def test_the_order_of_articles_changes_nothing(tellers: list[Teller]) -> None:
    assert as_sets(resolve(*tellers)) == as_sets(resolve(*CORPUS))


@settings(deadline=None, max_examples=25)
@given(st.sets(st.integers(0, len(CORPUS) - 1), min_size=1), st.integers(0, len(CORPUS)))
def test_an_unrelated_article_changes_no_row(chosen: set[int], place: int) -> None:
    tellers = [CORPUS[at] for at in sorted(chosen)]
    before = as_sets(resolve(*tellers))
    after = as_sets(resolve(*tellers[:place], UNRELATED, *tellers[place:]))
    for table in OWN_ROWS:
        assert before[table] <= after[table], table


@settings(deadline=None, max_examples=25)
@given(st.sets(st.integers(0, len(CORPUS) - 1), min_size=1))
def test_ids_are_unique_and_every_row_has_evidence(chosen: set[int]) -> None:
    records = resolve(*(CORPUS[at] for at in sorted(chosen)))
    ids = [
        *(row.meeting_id for row in records.meetings),
        *(row.participant_id for row in records.participants),
        *(row.agreement_id for row in records.agreements),
        *(row.evidence_id for row in records.evidence),
        *(row.person_id for row in records.people),
    ]
    assert [key for key, count in Counter(ids).items() if count > 1] == []
    assert {row.meeting_id for row in records.meetings} <= {row.meeting_id for row in records.evidence}
    assert {row.participant_id for row in records.participants} <= {row.participant_id for row in records.evidence}
    assert {row.agreement_id for row in records.agreements} <= {row.agreement_id for row in records.evidence}


def test_evidence_points_to_one_row_and_its_words() -> None:
    records = resolve(*CORPUS)
    texts = {teller.document.article.article_id: teller.document.article.raw_text for teller in CORPUS}
    for row in records.evidence:
        assert sum(key is not None for key in (row.meeting_id, row.participant_id, row.agreement_id)) <= 1
        assert texts[row.article_id][row.char_start : row.char_end] == row.quote


def test_references_between_rows_hold() -> None:
    records = resolve(*CORPUS)
    meetings = {row.meeting_id for row in records.meetings}
    assert {row.meeting_id for row in records.participants} <= meetings
    assert {row.frame_meeting_id for row in records.meetings} - {None} <= meetings
    assert {row.meeting_id for row in records.agreements} - {None} <= meetings
    assert {merge.row_id for merge in records.merges} <= meetings | {row.agreement_id for row in records.agreements}
    for row in records.meetings:
        assert row.article_count == sum(link.meeting_id == row.meeting_id for link in records.meeting_articles)


def test_a_later_report_keeps_the_id_of_a_meeting() -> None:
    (first,) = resolve(CORPUS[0]).meetings
    (both,) = resolve(CORPUS[0], CORPUS[1]).meetings
    assert (first.meeting_id, first.article_count) == (both.meeting_id, both.article_count - 1)


def test_a_corrected_value_keeps_the_id_of_a_meeting() -> None:
    def meeting(**fields: str) -> str:
        teller = Teller("a1", KARIM, ULAN).meeting(0, BOTH, **fields)
        return resolve(teller).meetings[0].meeting_id

    assert (
        len({meeting(), meeting(day="2019-09-13"), meeting(city="Osh", country_code="KGZ"), meeting(status="planned")})
        == 1
    )


@given(st.text(min_size=1, max_size=1), st.text("0123456789abcdef", max_size=64), st.integers(0, 10**7), st.text())
def test_ids_are_short_plain_and_always_the_same(prefix: str, sha256: str, start: int, extra: str) -> None:
    made = make_id(prefix, sha256, start, extra)
    assert made == make_id(prefix, sha256, start, extra)
    assert made.startswith(prefix) and len(made) - len(prefix) in (8, 10)
    assert all(letter.isdigit() or letter.islower() for letter in made.removeprefix(prefix))


@given(st.integers(0, 1000), st.integers(0, 1000))
def test_ids_differ_by_place(one: int, other: int) -> None:
    assert (make_id("m", "ab", one) == make_id("m", "ab", other)) == (one == other)
