# SPDX-License-Identifier: Apache-2.0
from uuid import UUID

import webvtt

from app.publishing import captions
from app.publishing.editions import Edition, Segment, Word


def edition(*segments: Segment) -> Edition:
    return Edition(
        edition_id=UUID(int=1),
        project_id=UUID(int=2),
        kind="monologue",
        medium="audio",
        prompt=None,
        title="",
        summary="",
        language="en",
        duration_ms=60_000,
        recorded=None,
        place=None,
        credit="A storyteller",
        segments=segments,
        quotes=(),
        themes=(),
        content_warnings=(),
        sha256="",
    )


def said(text: str, *, speaker: str | None = None, start_ms: int = 0) -> Segment:
    words = tuple(
        Word(word, start_ms + place * 500, start_ms + place * 500 + 400) for place, word in enumerate(text.split())
    )
    return Segment(start_ms, start_ms + len(words) * 500, speaker, words)


def test_captions_are_webvtt_that_a_player_reads() -> None:
    long = said(" ".join(["word"] * 60))
    told = webvtt.from_string(captions.vtt(edition(long))).captions
    assert " ".join(cue.text.replace("\n", " ") for cue in told) == long.text
    assert all(cue.end_in_seconds - cue.start_in_seconds <= captions.CUE_MS / 1000 for cue in told)


def test_an_arrow_or_a_heading_that_somebody_said_makes_no_cue_of_its_own() -> None:
    told = captions.vtt(edition(said("a --> b <b>WEBVTT</b> &amp;")))
    assert told.count("-->") == 1
    assert "<b>" not in told
    assert captions.srt(edition(said("a --> b"))).count("-->") == 1


def test_each_cue_belongs_to_one_voice() -> None:
    told = captions.cues(edition(said("one", speaker="Speaker 1"), said("two", speaker="Speaker 2", start_ms=900)))
    assert [(cue.speaker, cue.text) for cue in told] == [("Speaker 1", "one"), ("Speaker 2", "two")]


def test_a_written_story_has_text_and_no_cues() -> None:
    written = edition(Segment(None, None, None, (Word("Once", None, None), Word("upon", None, None))))
    assert captions.cues(written) == []
    assert captions.txt(written) == "Once upon\n"
    assert captions.vtt(written).strip() == "WEBVTT"


def test_the_last_hours_of_a_long_story_keep_their_times() -> None:
    assert "02:00:00.000 --> 02:00:00.400" in captions.vtt(edition(said("late", start_ms=7_200_000)))
