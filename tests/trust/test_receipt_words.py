# SPDX-License-Identifier: Apache-2.0
"""What the phone shows is what the server understands: the phone's own module, held against the server's."""

import json
import subprocess
from pathlib import Path

from app.consent import codes
from tests.makers.stories import make_code

SCRIPT = Path(__file__).with_name("receipt_words.mjs")
CODES = 500


def test_the_words_that_a_phone_shows_open_the_code_it_made_in_every_language() -> None:
    made = {
        language: ["0" * 16, "Z" * 16, *(make_code() for _ in range(CODES))] for language in sorted(codes.word_lists())
    }
    asked = json.dumps(list(made.items()))
    done = subprocess.run(["node", str(SCRIPT)], input=asked, capture_output=True, text=True, check=True)
    shown = json.loads(done.stdout)
    assert len(shown) == 4
    for language, told in zip(made, shown, strict=True):
        assert ["".join(codes.normalise(words) or ()) for words in told] == made[language], language
