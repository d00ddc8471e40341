# SPDX-License-Identifier: Apache-2.0
"""Language tags (BCP 47): well formed, and with a language and script that are registered."""

import re
from typing import Annotated, Any

from pydantic import BeforeValidator

_TAG = re.compile(
    r"([a-z]{2,3})(?:-([a-z]{4}))?(?:-([a-z]{2}|[0-9]{3}))?((?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*)(?:-x(?:-[a-z0-9]{1,8})+)?",
    re.IGNORECASE,
)
LONGEST = 40

_ISO_639_1 = """
aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el
en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu
ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na
nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn
so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
"""
_TWO_LETTERS = frozenset(_ISO_639_1.split())
_ISO_15924 = """
adlm arab aran armn bali bamu beng bopo brah brai bugi buhd cakm cans cham cher cyrl deva ethi geor goth grek
gujr guru hang hani hans hant hebr hira java jpan kali kana khmr knda kore lana laoo latn lepc limb lisu mand
mlym mong mtei mymr nkoo olck orya osge osma plrd rohg samr saur sinh sund sylo syrc tagb tale talu taml tavt
telu tfng tglg thaa thai tibt tirh vaii wara yiii zyyy zxxx zzzz
"""
_SCRIPTS = frozenset(_ISO_15924.split())


def is_language(tag: str) -> bool:
    """Whether the tag is well formed and names a language that exists; three-letter codes are taken as they come."""
    found = _TAG.fullmatch(tag) if len(tag) <= LONGEST else None
    if found is None:
        return False
    language, script = found[1].lower(), (found[2] or "").lower()
    return (len(language) == 3 or language in _TWO_LETTERS) and (not script or script in _SCRIPTS)  # noqa: PLR2004


def written(tag: str) -> str:
    """The tag in its usual capitals: `sr-Latn-RS`."""
    language, *rest = tag.split("-")
    shapes = {2: str.upper, 4: str.title}
    private = False
    told = [language.lower()]
    for part in rest:
        told.append(part.lower() if private or part.isdigit() else shapes.get(len(part), str.lower)(part))
        private = private or part.lower() == "x"
    return "-".join(told)


def _checked(value: Any) -> Any:  # noqa: ANN401 - whatever was sent
    if not isinstance(value, str) or not value.isascii() or not is_language(value):
        raise ValueError("not a language")
    return written(value)


Language = Annotated[str, BeforeValidator(_checked)]
