"""The project's own five texts, through the whole line: what the first edition must hold, with and without sources."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from security_meetings.pipeline import Build, BuildOptions, SilentWatcher, run_stages, start_build
from security_meetings.rows import AgreementRow, MeetingRow, ParticipantRow, PersonRow

SESSION, FIGHT, BISHKEK_FRIDAY, BISHKEK, TALKS_2025 = (
    "000_282073f390e21b8f",
    "001_4776d62a20950e61",
    "002_48c6886acf1187a2",
    "003_a0474dc1596c8efe",
    "004_d1ef755adda1dca7",
)
MEMORANDUM = "memorandum_of_understanding"


@pytest.fixture(params=["with sources", "without sources"])
def either(request: pytest.FixtureRequest) -> Build:
    """Return the build with what is known of the texts, and the one without."""
    name = "own_build" if request.param == "with sources" else "own_build_without_sources"
    build: Build = request.getfixturevalue(name)
    return build


def articles_of(build: Build, meeting_id: str) -> set[str]:
    return {link.article_id for link in build.records.meeting_articles if link.meeting_id == meeting_id}


def meetings_of(build: Build, article_id: str) -> list[MeetingRow]:
    return [row for row in build.records.meetings if article_id in articles_of(build, row.meeting_id)]


def participants_of(build: Build, meeting_id: str) -> list[ParticipantRow]:
    return [row for row in build.records.participants if row.meeting_id == meeting_id]


def sides_of(build: Build, meeting_id: str) -> set[tuple[str | None, str | None]]:
    return {(row.country_code, row.office_type) for row in participants_of(build, meeting_id)}


def find_meeting(build: Build, article_id: str, *sides: tuple[str, str]) -> MeetingRow:
    """Return the one meeting of an article between holders of these offices."""
    (row,) = (row for row in meetings_of(build, article_id) if sides_of(build, row.meeting_id) == set(sides))
    return row


def agreements_of(build: Build, article_id: str) -> list[AgreementRow]:
    linked = {link.agreement_id for link in build.records.agreement_articles if link.article_id == article_id}
    return [row for row in build.records.agreements if row.agreement_id in linked]


def person_named(build: Build, *parts: str) -> set[str]:
    """Return the ids of all participants in whose name all the parts stand."""
    return {
        row.person_id or ""
        for row in build.records.participants
        if row.name and all(part in row.name.replace("-", " ") for part in parts)
    }


def find_person(build: Build, person_id: str) -> PersonRow:
    return next(row for row in build.records.people if row.person_id == person_id)


# --- meetings ---


def test_there_are_eight_meetings(either: Build) -> None:
    assert len(either.records.meetings) == 8
    assert {row.status for row in either.records.meetings} == {"held"}


def test_the_bishkek_talks_are_one_meeting_of_two_articles(either: Build) -> None:
    row = find_meeting(either, BISHKEK, ("IRN", "interior_minister"), ("KGZ", "interior_minister"))
    assert articles_of(either, row.meeting_id) == {BISHKEK, BISHKEK_FRIDAY}
    assert row.article_count == 2
    assert row.meeting_type == "bilateral_meeting"
    assert [merge.table_name for merge in either.records.merges if merge.row_id == row.meeting_id] == ["meetings"]


def test_the_bishkek_talks_show_the_conflict_of_their_days(own_build: Build) -> None:
    row = find_meeting(own_build, BISHKEK, ("IRN", "interior_minister"), ("KGZ", "interior_minister"))
    assert row.date_edtf == "2019-09-12/2019-09-13"
    assert (row.date_start, row.date_end) == (date(2019, 9, 12), date(2019, 9, 13))
    assert (row.date_interval_type, row.has_date_conflict) == ("uncertain", True)


def test_the_place_of_the_bishkek_talks_is_known_from_one_article(either: Build) -> None:
    row = find_meeting(either, BISHKEK, ("IRN", "interior_minister"), ("KGZ", "interior_minister"))
    assert (row.city, row.country_code, row.host_country_code) == ("Bishkek", "KGZ", "KGZ")
    told = {link.article_id: link.city for link in either.records.meeting_articles if link.meeting_id == row.meeting_id}
    assert told == {BISHKEK: None, BISHKEK_FRIDAY: "Bishkek"}


def test_april_2025_has_two_meetings_and_the_visit(either: Build) -> None:
    assert len(meetings_of(either, TALKS_2025)) == 3
    reception = find_meeting(either, TALKS_2025, ("TJK", "head_of_state"), ("IRN", "interior_minister"))
    talks = find_meeting(either, TALKS_2025, ("TJK", "interior_minister"), ("IRN", "interior_minister"))
    for row in (reception, talks):
        assert (row.meeting_type, row.date_edtf) == ("bilateral_meeting", "2025-04-22")
        assert (row.city, row.country_code, row.host_country_code) == ("Dushanbe", "TJK", "TJK")


def test_the_state_visit_of_early_2025_is_a_visit_of_its_own(either: Build) -> None:
    (visit,) = (row for row in either.records.meetings if row.meeting_type == "visit")
    assert articles_of(either, visit.meeting_id) == {TALKS_2025}
    assert sides_of(either, visit.meeting_id) == {("IRN", "head_of_state")}
    assert (visit.date_edtf, visit.date_interval_type) == ("2025-01/2025-04", "uncertain")
    assert visit.country_code == "TJK"


def find_call(build: Build) -> MeetingRow:
    (call,) = (row for row in build.records.meetings if row.meeting_type == "phone_call")
    return call


def test_the_call_of_two_presidents_is_a_phone_call(either: Build) -> None:
    call = find_call(either)
    assert articles_of(either, call.meeting_id) == {FIGHT}
    assert sides_of(either, call.meeting_id) == {("IRN", "head_of_state"), ("TJK", "head_of_state")}


def test_the_call_is_dated_by_the_publication(own_build: Build) -> None:
    call = find_call(own_build)
    assert (call.date_edtf, call.date_start, call.date_end) == ("2022-05-02", date(2022, 5, 2), date(2022, 5, 2))


def test_the_call_without_sources_is_bounded_by_the_offices_held(own_build_without_sources: Build) -> None:
    call = find_call(own_build_without_sources)
    assert (call.date_edtf, call.date_start, call.date_end) == ("XXXX-05-02", date(2022, 5, 2), date(2024, 5, 2))
    (told,) = (
        link for link in own_build_without_sources.records.meeting_articles if link.meeting_id == call.meeting_id
    )
    assert told.date_edtf == "XXXX-05-02"


GENERALS = (("IRN", "chief_of_general_staff"), ("TJK", "defence_minister"))


def test_the_talks_of_the_general_are_dated_with_sources(own_build: Build) -> None:
    row = find_meeting(own_build, FIGHT, *GENERALS)
    assert (row.meeting_type, row.date_edtf) == ("bilateral_meeting", "2022-05-16")


def test_the_talks_of_the_general_are_undated_without_sources(own_build_without_sources: Build) -> None:
    row = find_meeting(own_build_without_sources, FIGHT, *GENERALS)
    assert (row.date_edtf, row.date_start, row.date_end, row.date_basis) == (None, None, None, None)


def test_the_session_and_the_talks_after_it_are_two_meetings(either: Build) -> None:
    session, talks = sorted(meetings_of(either, SESSION), key=lambda row: row.organization_id is None)
    assert (session.meeting_type, session.organization_id) == ("multilateral_meeting", "SCO")
    assert (session.city, session.country_code) == ("Dushanbe", "TJK")
    assert talks.meeting_type == "bilateral_meeting"
    assert sides_of(either, talks.meeting_id) == {("IRN", "interior_minister"), ("TJK", "interior_minister")}
    assert (talks.frame_meeting_id, session.frame_meeting_id) == (session.meeting_id, None)


def test_the_session_lasted_two_days(own_build: Build) -> None:
    (session,) = (row for row in own_build.records.meetings if row.organization_id == "SCO")
    assert (session.date_edtf, session.date_interval_type) == ("2015-06-05/2015-06-06", "duration")


def test_the_session_without_sources_is_undated(own_build_without_sources: Build) -> None:
    (session,) = (row for row in own_build_without_sources.records.meetings if row.organization_id == "SCO")
    assert session.date_edtf is None


# --- agreements ---


def test_there_are_six_agreements(either: Build) -> None:
    assert len(either.records.agreements) == 6
    assert len(agreements_of(either, FIGHT)) == 2


def test_the_agreement_of_2014_is_in_force(either: Build) -> None:
    (row,) = (row for row in agreements_of(either, FIGHT) if row.date_edtf == "2014")
    assert (row.agreement_type, row.status, row.parties) == ("agreement", "in_force", "IRN;TJK")
    assert "Security and Law Enforcement Cooperation" in (row.title or "")


def test_the_extradition_treaty_of_2010_was_signed(either: Build) -> None:
    (row,) = (row for row in agreements_of(either, FIGHT) if row.date_edtf == "2010")
    assert (row.agreement_type, row.status, row.parties) == ("treaty", "signed", "IRN;TJK")
    assert "xtradition" in (row.title or "")


def test_fifteen_memoranda_are_one_row(either: Build) -> None:
    (row,) = (row for row in either.records.agreements if row.instrument_count > 1)
    assert (row.instrument_count, row.agreement_type, row.status) == (15, MEMORANDUM, "signed")
    assert row.parties == "IRN;KGZ"
    assert agreements_of(either, BISHKEK_FRIDAY).count(row) == 0


def test_the_narcotics_agreement_of_2016_is_told_by_two_articles(either: Build) -> None:
    (row,) = (row for row in either.records.agreements if row.date_edtf == "2016")
    assert row in agreements_of(either, BISHKEK) and row in agreements_of(either, BISHKEK_FRIDAY)
    assert (row.agreement_type, row.instrument_count, row.parties) == ("agreement", 1, "IRN;KGZ")
    assert "narcotics" in (row.title or "")


def test_the_new_security_agreement_is_told_by_two_articles(either: Build) -> None:
    shared = [row for row in agreements_of(either, BISHKEK) if row in agreements_of(either, BISHKEK_FRIDAY)]
    (row,) = (row for row in shared if row.date_edtf != "2016")
    talks = find_meeting(either, BISHKEK, ("IRN", "interior_minister"), ("KGZ", "interior_minister"))
    assert (row.agreement_type, row.parties, row.meeting_id) == ("agreement", "IRN;KGZ", talks.meeting_id)


def test_the_memorandum_belongs_to_the_talks_of_the_ministers(either: Build) -> None:
    (row,) = agreements_of(either, TALKS_2025)
    talks = find_meeting(either, TALKS_2025, ("TJK", "interior_minister"), ("IRN", "interior_minister"))
    assert (row.agreement_type, row.status, row.parties) == (MEMORANDUM, "signed", "IRN;TJK")
    assert (row.meeting_id, row.date_edtf) == (talks.meeting_id, "2025-04-22")


# --- names ---


def test_reversed_names_are_one_person(either: Build) -> None:
    assert len(person_named(either, "Rahimzoda")) == 1
    names = {row.name for row in either.records.participants if "Rahimzoda" in (row.name or "")}
    assert names == {"Rahimzoda Ramazon Hamro", "Ramazon Rahimzoda"}


def test_short_and_hyphened_names_are_one_person(either: Build) -> None:
    (person_id,) = person_named(either, "Fazli")
    told = [row for row in either.records.participants if row.person_id == person_id]
    assert len({row.meeting_id for row in told}) == 2
    assert all("Abdolreza" in (row.name or "") for row in told)


def test_a_name_is_kept_as_written_and_resolved(either: Build) -> None:
    (row,) = (row for row in either.records.participants if "Pizishkian" in (row.name or ""))
    assert row.name == "Masoud Pizishkian"
    person = find_person(either, row.person_id or "")
    assert person.is_listed
    assert (person.name, person.country_code) == ("Masoud Pezeshkian", "IRN")
    assert "Masoud Pizishkian" in (person.other_names or "").split(";")


# --- articles and furniture ---


def test_site_furniture_gives_no_row(either: Build) -> None:
    furniture = {FIGHT: "Read More", BISHKEK: "Follow us on Twitter"}
    texts = {article.article_id: article.raw_text for article in either.articles}
    bounds = {row.article_id: row.body_end for row in either.records.articles}
    for article_id, words in furniture.items():
        start = texts[article_id].index(words)
        assert bounds[article_id] <= start
        for row in (*either.records.evidence, *either.records.threats_mentioned):
            if row.article_id == article_id and row.char_end is not None:
                assert row.char_end <= start, row


def test_sources_tell_outlet_and_day(own_build: Build) -> None:
    told = {
        row.article_id: (row.outlet_id, row.published_edtf, row.published_basis) for row in own_build.records.articles
    }
    assert told == {
        SESSION: ("financial_tribune", "2015-06-07/2015-06-13", "supplied"),
        FIGHT: ("iran_press", "2022-05-16/2022-05-22", "supplied"),
        BISHKEK_FRIDAY: ("mehr_news_agency", "2019-09-13/2019-09-15", "supplied"),
        BISHKEK: ("irna", "2019-09-13", "stated"),
        TALKS_2025: ("asia_plus", "2025-04-23", "supplied"),
    }


def test_texts_alone_tell_what_they_tell(own_build_without_sources: Build) -> None:
    told = {
        row.article_id: (row.published_edtf, row.published_basis) for row in own_build_without_sources.records.articles
    }
    assert told == {
        SESSION: (None, None),
        FIGHT: (None, None),
        BISHKEK_FRIDAY: (None, None),
        BISHKEK: ("2019-09-13", "stated"),
        TALKS_2025: (None, None),
    }


def test_threats_are_told_of_every_text(either: Build) -> None:
    told = {(row.article_id, row.threat_type) for row in either.records.threats_mentioned}
    for article_id in (SESSION, FIGHT, BISHKEK_FRIDAY, BISHKEK, TALKS_2025):
        assert (article_id, "terrorism") in told
        assert (article_id, "drug_trafficking") in told
    assert (TALKS_2025, "cybercrime") in told
    assert (TALKS_2025, "human_trafficking") in told
    actors = {(row.article_id, row.threat_actor_id) for row in either.records.threats_mentioned}
    assert {(SESSION, "islamic_state"), (BISHKEK, "al_qaeda"), (BISHKEK_FRIDAY, "islamic_state")} <= actors


def test_a_text_given_twice_has_two_articles_and_is_coded_once(own_build: Build, tmp_path: Path) -> None:
    raw = shutil.copytree(own_build.options.raw, tmp_path / "raw")
    shutil.copy(raw / "articles" / f"{SESSION}.txt", raw / "articles" / "zz_copy.txt")
    twice = run_stages(start_build(BuildOptions(raw=raw, dist=tmp_path / "dist"), SilentWatcher()))
    assert [row.article_id for row in twice.records.articles if row.duplicate_of == SESSION] == ["zz_copy"]
    assert twice.records.meetings == own_build.records.meetings
    assert {row.article_id for row in twice.records.evidence if row.meeting_id} == {
        row.article_id for row in own_build.records.evidence if row.meeting_id
    }
