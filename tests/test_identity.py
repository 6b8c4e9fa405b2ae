"""Identity: ids last through whatever becomes of articles, rules and their order, and none comes to mean another row."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger_samples import History, Place, World, tell
from resolve_samples import Teller, make_person, resolve
from security_meetings.check.integrity import check_id_changes
from security_meetings.documents import Article
from security_meetings.identify import ByHand
from security_meetings.identify.footprints import make_account
from security_meetings.identify.texts import Texts
from security_meetings.ledger import LEDGER_TABLES, count_ids, ids_in_use
from security_meetings.ledger_files import read_ledger, write_ledger
from security_meetings.schemas import load_schemas

A, B, C, D = (("a1", 0), ("b1", 0), ("c1", 0), ("d1", 0))
NEAR: Place = ("a1", 1)
SCHEMAS = load_schemas()

PLACES = st.tuples(st.sampled_from(["a1", "b1", "c1", "d1"]), st.integers(0, 2))
WORLDS = st.builds(
    World,
    st.dictionaries(PLACES, st.sampled_from("xyz"), min_size=1, max_size=7),
    st.integers(-2, 2),
    st.frozensets(st.sampled_from(["a1", "b1"]), max_size=1),
)


def one_account_an_article(world: World) -> World:
    """Return the world as a coder would have it: a meeting has one account in an article."""
    seen: set[tuple[str, str]] = set()
    told = {}
    for place, group in sorted(world.told.items()):
        if (place[0], group) in seen:
            group = f"{group}{place[1]}"
        seen.add((place[0], group))
        told[place] = group
    return replace(world, told=told)


def list_faults(history: History) -> list[str]:
    keys = {name: SCHEMAS[name].primary_key[0] for name in LEDGER_TABLES}
    there = {name: frozenset(getattr(row, key) for row in getattr(history.records, name)) for name, key in keys.items()}
    rows = {"id_changes": [{name: getattr(row, name) for name in row.__slots__} for row in history.records.id_changes]}
    faults = [problem.sentence() for problem in check_id_changes(SCHEMAS, rows, there)]
    changes = [(row.table_name, row.old_id, row.version) for row in history.records.id_changes]
    return faults + [f"{change} twice" for change in changes if changes.count(change) > 1]


@settings(deadline=None, max_examples=150)
@given(st.lists(st.tuples(WORLDS, st.booleans(), st.booleans()), min_size=2, max_size=6))
def test_ids_last_through_any_history(steps: list[tuple[World, bool, bool]]) -> None:
    history = History()
    ever: dict[str, frozenset[Place]] = {}
    given_up: set[tuple[str, str]] = set()
    for drawn, reverse, is_released in steps:
        world = one_account_an_article(drawn)
        before, ledger = (history.ids() if history.world else {}), history.ledger
        history.build(world, reverse)
        now = history.ids()
        assert len(set(now.values())) == len(now)
        for places, row_id in now.items():
            if places in before:
                assert row_id == before[places], "a meeting told at the same places has another id"
            if row_id in ever:
                assert places & ever[row_id], "an id stands for another meeting"
            ever[row_id] = places | ever.get(row_id, places)
        assert not ids_in_use(history.ledger) & given_up, "an id that was given up is in use again"
        changed = {(row.table_name, row.old_id) for row in history.records.id_changes}
        assert ids_in_use(ledger) - ids_in_use(history.ledger) <= changed, "an id vanished without a word"
        assert not list_faults(history)
        text = write_ledger(history.ledger)
        count = count_ids(ledger, history.ledger)
        assert count.new + count.kept == len(ids_in_use(history.ledger))
        history.build(world, not reverse)
        assert write_ledger(history.ledger) == text, "the same texts give another ledger"
        if is_released:
            # The names of texts are given by hand: one used again is a problem of its own.
            given_up |= {e.key for e in history.ledger.entries if e.change is not None and e.table_name != "articles"}
            history.release()


@settings(deadline=None, max_examples=50)
@given(WORLDS, WORLDS)
def test_an_unrelated_article_changes_no_id(world: World, other: World) -> None:
    world = one_account_an_article(world)
    away = {
        (f"z{place[0][0]}", place[1]): f"other {group}" for place, group in one_account_an_article(other).told.items()
    }
    alone, both = History(), History()
    alone.build(world)
    both.build(world)
    both.build(replace(world, told={**away, **world.told}))
    both.build(world)
    assert both.ids() == alone.ids()


@settings(deadline=None, max_examples=50)
@given(WORLDS)
def test_the_ledger_reads_as_it_was_written(tmp_path_factory: pytest.TempPathFactory, world: World) -> None:
    history, folder = History(), tmp_path_factory.mktemp("ledger")
    history.build(one_account_an_article(world))
    history.release()
    history.build(tell(x=[A]))
    for name, text in write_ledger(history.ledger).items():
        (folder / name).write_text(text, encoding="utf-8", newline="")
    read = read_ledger(folder)
    assert read is not None
    assert write_ledger(read) == write_ledger(history.ledger)


def test_a_meeting_that_later_articles_also_tell_keeps_its_id() -> None:
    history = History()
    history.build(tell(x=[B]))
    (first,) = history.ids().values()
    for places in ([A, B], [A, B, C], [A, C]):
        history.build(tell(x=places))
        assert list(history.ids().values()) == [first]
    assert history.changes() == {}


def test_a_merge_keeps_the_older_id_and_records_the_other() -> None:
    history = History()
    history.build(tell(x=[B]))
    history.build(tell(x=[B], y=[A]))
    older, newer = history.ids()[frozenset([B])], history.ids()[frozenset([A])]
    history.release()
    history.build(tell(x=[A, B]))
    assert history.ids() == {frozenset([A, B]): older}
    assert history.changes() == {newer: ("merged", older)}
    assert {row.version for row in history.records.id_changes} == {"0.2.0"}
    # What hung on the meeting that was given up stands for the same people and words now.
    merged = [row for row in history.records.id_changes if row.table_name == "participants"]
    assert {row.change for row in merged} == {"merged"} and len(merged) == 2
    assert {row.new_id for row in merged} == {row.participant_id for row in history.records.participants}


def test_two_accounts_of_one_article_made_one_keep_the_older_id() -> None:
    history = History()
    history.build(tell(x=[NEAR]))
    history.build(tell(x=[NEAR], y=[A]))
    older = history.ids()[frozenset([NEAR])]
    history.build(tell(x=[A, NEAR]))
    assert list(history.ids().values()) == [older]


def test_a_split_leaves_the_id_with_what_it_was_first_coded_from() -> None:
    history = History()
    history.build(tell(x=[B]))
    history.build(tell(x=[A, B, C]))
    (first,) = history.ids().values()
    history.release()
    history.build(tell(x=[B], y=[A, C]))
    assert history.ids()[frozenset([B])] == first
    other = history.ids()[frozenset([A, C])]
    assert history.changes() == {first: ("split", ";".join(sorted([first, other])))}
    history.build(tell(y=[A, C]))
    assert history.ids() == {frozenset([A, C]): other}
    assert history.changes() == {first: ("split", other)}


def test_a_row_that_vanishes_is_withdrawn_and_comes_back_until_that_is_published() -> None:
    history = History()
    history.build(tell(x=[A], y=[B]))
    gone = history.ids()[frozenset([A])]
    history.build(tell(y=[B]))
    assert history.changes() == {gone: ("withdrawn", None)}
    history.build(tell(x=[A], y=[B]))
    assert history.ids()[frozenset([A])] == gone and history.changes() == {}
    history.build(tell(y=[B]))
    history.release()
    history.build(tell(x=[A], y=[B]))
    new = history.ids()[frozenset([A])]
    assert new != gone and history.changes() == {gone: ("withdrawn", None)}
    history.build(tell(x=[A], y=[B]))
    assert history.ids()[frozenset([A])] == new


@pytest.mark.parametrize("step", [3, -3])
def test_a_coder_whose_words_shift_again_and_again_finds_the_old_ids(step: int) -> None:
    history = History()
    world = tell(x=[A, B], y=[C, NEAR])
    history.build(world)
    before = history.ids()
    kept = {row.participant_id for row in history.records.participants}
    for times in range(1, 4):
        history.build(replace(world, shift=step * times))
        assert history.ids() == before
        assert {row.participant_id for row in history.records.participants} == kept
    assert not history.records.id_changes


def test_a_corrected_text_keeps_the_ids_of_its_rows() -> None:
    history = History()
    world = tell(x=[A], y=[NEAR, B], z=[("a1", 2)])
    history.build(world)
    before = history.ids()
    history.build(replace(world, typos=frozenset(["a1"])))
    assert history.ids() == before and not history.records.id_changes


def test_words_of_a_corrected_text_are_looked_for_where_most_have_moved_to() -> None:
    def read(text: str) -> Article:
        return Article(article_id="a", raw_text=text, text=text, text_sha256=text[:9])

    old = read("original: they met, talked about trade, met again and signed.")
    accounts = [
        make_account(old, [(old.raw_text.index(word), old.raw_text.index(word) + len(word))])
        for word in ("met, t", "trade", "met a", "signed")
    ]
    new = read("corrected by us: they met, talked about trade, met again and signed.")
    texts = Texts(articles=[new], accounts=accounts)
    met = replace(accounts[0], anchor=((10 + 5, 10 + 8),), quote="met")
    located = texts.locate(met)
    assert located is not None and located.anchor == ((22, 25),)
    assert located.text_sha256 == new.text_sha256
    assert texts.locate(replace(met, quote="spoke")) is None
    assert texts.locate(replace(met, article_id="b")) is None


def test_a_renamed_file_is_a_renamed_article_and_nothing_else_changes() -> None:
    history = History()
    world = tell(x=[A], y=[B])
    history.build(world)
    before = history.ids()
    history.build(replace(world, names={"a1": "a2"}))
    assert history.ids() == before
    assert [(row.table_name, row.old_id, row.new_id, row.change) for row in history.records.id_changes] == [
        ("articles", "a1", "a2", "renamed")
    ]


def test_the_name_of_a_text_that_was_taken_out_is_not_for_another() -> None:
    history = History()
    history.build(tell(x=[A], y=[B]))
    history.build(tell(y=[B]))
    history.release()
    made = history.build(tell(x=[A], y=[B]))
    assert [(problem.where, problem.rule_id) for problem in made.problems] == [
        ("articles/a1.txt", "ledger.id-used-again")
    ]


def test_a_row_added_by_hand_is_not_withdrawn_and_one_withdrawn_by_hand_keeps_its_id() -> None:
    history = History()
    history.build(tell(x=[A], y=[B]))
    added, gone = history.ids()[frozenset([A])], history.ids()[frozenset([B])]
    history.build(tell(y=[B]), by_hand=ByHand(added=frozenset([("meetings", added)])))
    assert history.entry("meetings", added).change is None
    history.build(tell(z=[C]))
    history.release()
    made = history.build(tell(y=[B], z=[C]), by_hand=ByHand(withdrawn=frozenset([("meetings", gone)])))
    assert gone in {row.meeting_id for row in made.records.meetings}
    before = {row.participant_id for row in made.records.participants if row.meeting_id == gone}
    assert all(entry.version == "0.1.0" for entry in history.ledger.entries if entry.row_id in before)


KARIM = make_person(0, "Karim Tavakoli", "interior_minister", "IRN")
ULAN = make_person(1, "Ulan Beishenov", "interior_minister", "KGZ")
WEI = make_person(0, "Wei Zhang", "interior_minister", "CHN")


def identify(history: History, *tellers: Teller) -> None:
    """Build what articles tell, through resolution."""
    from security_meetings.identify import describe_changes, identify_records

    articles = [teller.document.article for teller in tellers]
    made = identify_records(resolve(*tellers), articles, history.ledger, history.version, ByHand())
    history.ledger = made.ledger
    history.records = replace(made.records, id_changes=describe_changes(made.ledger))


def test_an_earlier_report_that_comes_later_renumbers_neither_meetings_nor_people() -> None:
    late = Teller("late", KARIM, ULAN, published="2019-09-14").meeting(0, (0, 1), day="2019-09-12")
    early = Teller("early", KARIM, ULAN, published="2019-09-13").meeting(0, (0, 1), day="2019-09-12")
    history = History()
    identify(history, late)
    before = history.records
    identify(history, early, late)
    after = history.records
    assert [row.meeting_id for row in after.meetings] == [row.meeting_id for row in before.meetings]
    named = {row.name: row.person_id for row in before.participants}
    assert {row.name: row.person_id for row in after.participants} == named
    assert {row.participant_id for row in after.participants} == {row.participant_id for row in before.participants}
    assert set(named.values()) <= {row.person_id for row in after.people}
    assert after.id_changes == ()


def test_two_meetings_told_by_one_word_are_told_apart_by_who_took_part() -> None:
    def tell_of(*persons: int) -> Teller:
        teller = Teller("a", KARIM, ULAN, make_person(2, "Omar Li", "interior_minister", "CHN"))
        for person in persons:
            teller.meeting(0, (0, person))
        return teller

    history = History()
    identify(history, tell_of(1, 2))
    met = {
        frozenset(row.name for row in history.records.participants if row.meeting_id == meeting.meeting_id): meeting
        for meeting in history.records.meetings
    }
    with_omar = met[frozenset(["Karim Tavakoli", "Omar Li"])].meeting_id
    identify(history, tell_of(2))
    assert [row.meeting_id for row in history.records.meetings] == [with_omar]
    (change,) = (row for row in history.records.id_changes if row.table_name == "meetings")
    assert change.change == "withdrawn"


def test_a_person_who_gets_into_the_register_is_renamed() -> None:
    from security_meetings.identify import identify_records

    teller = Teller("a", KARIM, ULAN).meeting(0, (0, 1))
    history = History()
    identify(history, teller)
    old = next(row.person_id for row in history.records.people if row.name == "Karim Tavakoli")
    records = resolve(teller)
    listed = tuple(
        replace(row, person_id="qzzzzzzzz", is_listed=True) if row.person_id == old else row for row in records.people
    )
    sighted = tuple(replace(s, person_id="qzzzzzzzz") if s.person_id == old else s for s in records.sightings)
    parts = tuple(replace(p, person_id="qzzzzzzzz") if p.person_id == old else p for p in records.participants)
    changed = replace(records, people=listed, sightings=sighted, participants=parts)
    made = identify_records(changed, [teller.document.article], history.ledger, "0.1.0", ByHand())
    entry = made.ledger.by_key()["people", old]
    assert (entry.change, entry.new_id) == ("renamed", "qzzzzzzzz")
    assert {row.participant_id for row in made.records.participants} == {
        row.participant_id for row in history.records.participants
    }
