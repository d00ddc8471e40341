# SPDX-License-Identifier: Apache-2.0
import re
from datetime import UTC, date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import AfterValidator, AwareDatetime, BeforeValidator, Field, StrictBool, StrictInt, StringConstraints

from app.kit.shapes import Answer, Instant, Shape, Text
from app.projects.languages import Language
from app.projects.rules import SpokenKind, SpokenState

_TIME = re.compile(r"\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}:\d{2}(\.\d{1,9})?([Zz]|[+-]\d{2}:\d{2})")
_YEARS = range(1900, 10_000)
CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def _written(value: Any) -> Any:  # noqa: ANN401 - whatever was sent
    if not isinstance(value, str) or not _TIME.fullmatch(value) or int(value[:4]) not in _YEARS:
        raise ValueError("not a time")
    return value


def _in_utc(moment: datetime) -> datetime:
    try:
        told = moment.astimezone(UTC)
    except OverflowError:
        raise ValueError("not a time") from None
    return told.replace(microsecond=told.microsecond // 1000 * 1000)


def _day(value: Any) -> Any:  # noqa: ANN401 - whatever was sent
    if not isinstance(value, str) or not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        raise ValueError("not a day")
    return value


DeviceTime = Annotated[AwareDatetime, BeforeValidator(_written), AfterValidator(_in_utc)]
"""A phone's time, RFC 3339, however wrong its clock."""
Day = Annotated[date, BeforeValidator(_day)]
PurposeKey = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]{1,60}(:[A-Za-z0-9_-]{1,60})?$")]
FacetName = Annotated[str, StringConstraints(pattern=r"^[a-z_]{1,30}$")]
Choice = Literal["given", "refused"]
Choices = Annotated[dict[PurposeKey, Choice], Field(max_length=50)]
FacetValue = (
    Annotated[Text, StringConstraints(max_length=200)] | list[Annotated[Text, StringConstraints(max_length=100)]]
)
Facets = Annotated[dict[PurposeKey, Annotated[dict[FacetName, FacetValue], Field(max_length=20)]], Field(max_length=50)]


def _crockford(value: Any) -> Any:  # noqa: ANN401 - whatever was sent
    return value.upper().replace("O", "0").replace("I", "1").replace("L", "1") if isinstance(value, str) else value


class GuardianIn(Shape):
    relation: Annotated[Text, StringConstraints(min_length=1, max_length=100)]
    choices: Choices
    given_at: DeviceTime


class ConsentIn(Shape):
    form_id: UUID
    form_version: Annotated[StrictInt, Field(ge=1, le=1_000_000)]
    language: Language
    method: Literal["tick", "sign", "witnessed", "written"]
    capacity_basis: Literal["adult", "child_competent", "guardian", "supported", "deceased_next_of_kin"] = "adult"
    explained_by: Annotated[Text, StringConstraints(max_length=200)] | None = None
    signed_on: Day | None = None
    choices: Choices
    facets: Facets = Field(default_factory=dict)
    guardian: GuardianIn | None = None
    given_at: DeviceTime


class ReceiptIn(Shape):
    """What the phone sends of a code it made: 30 bits that select, 50 that are verified, and the second step."""

    selector: Annotated[str, BeforeValidator(_crockford), StringConstraints(pattern=rf"^[{CROCKFORD}]{{6}}$")]
    verifier: Annotated[str, BeforeValidator(_crockford), StringConstraints(pattern=rf"^[{CROCKFORD}]{{10}}$")]
    pin: Annotated[str, StringConstraints(pattern=r"^[0-9]{4,6}$")] | None = None
    code_alone: StrictBool = False


class ParticipantIn(Shape):
    participant_id: UUID
    role: Literal["storyteller", "interviewer", "supporter"]
    display_name: Annotated[Text, StringConstraints(max_length=200)] = ""
    consent: ConsentIn
    receipt: ReceiptIn


class SpokenIn(Shape):
    """`subject` is a prompt's id, a word's key, or what the list calls a card or question; `sound` is Base64."""

    project_id: UUID
    kind: SpokenKind
    subject: Annotated[str, StringConstraints(min_length=1, max_length=200)]
    language: Language
    sound: str


class SpokenMade(Answer):
    spoken_id: UUID
    state: SpokenState


class SpokenAnswer(SpokenMade):
    duration_ms: int
    bytes: int
    created_at: Instant


class SpokenSubject(Answer):
    """`for_good`: what is once playable here is never replaced. `texts` of a word lie in the phone's catalogue."""

    kind: SpokenKind
    subject: str
    texts: dict[str, str]
    for_good: bool
    sounds: dict[str, SpokenAnswer]


class SpokenList(Answer):
    languages: list[str]
    subjects: list[SpokenSubject]


Recipient = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]{0,59}$")]
Wording = Annotated[Text, StringConstraints(max_length=2_000, strip_whitespace=True)]
Heading = Annotated[Text, StringConstraints(max_length=200, strip_whitespace=True)]


class FormTerms(Shape):
    """Who holds the stories, where they are reached, whose law it is, how long stories are kept."""

    controller: Annotated[Text, StringConstraints(max_length=200, strip_whitespace=True)]
    contact: Annotated[Text, StringConstraints(max_length=500, strip_whitespace=True)]
    jurisdiction: Annotated[Text, StringConstraints(min_length=1, max_length=20, strip_whitespace=True)]
    retention: Wording


class FormCard(Shape):
    title: Heading
    text: Wording


class FormWords(Shape):
    """All that the form says in one language; what is empty is not written yet."""

    cards: Annotated[list[FormCard], Field(min_length=1, max_length=20)]
    questions: Annotated[dict[PurposeKey, Wording], Field(max_length=20)]
    confidentiality_limits: Wording
    partner_note: Wording


class FormQuestion(Shape):
    key: PurposeKey
    recipients: Annotated[list[Recipient], Field(max_length=20)]
    facets: Annotated[list[FacetName], Field(max_length=20)]
    expires_after_days: Annotated[StrictInt, Field(ge=1, le=36_500)] | None = None


class FormIn(Shape):
    """A whole draft, as it is to stand."""

    terms: FormTerms
    purposes: Annotated[list[FormQuestion], Field(min_length=1, max_length=20)]
    texts: Annotated[dict[Language, FormWords], Field(min_length=1, max_length=50)]


class FormBegun(Shape):
    project_id: UUID


class FormRetired(Shape):
    """For how many days stories told on this version may still be shared."""

    grace_days: Annotated[StrictInt, Field(ge=0, le=366)]


class ReviewIn(Shape):
    reviewed_by: Annotated[Text, StringConstraints(min_length=1, max_length=200, strip_whitespace=True)]
    reviewed_on: Day


class ReviewAnswer(Answer):
    reviewed_by: str
    reviewed_on: date


class FormListed(Answer):
    """`is_whole`: it still says what it said when it was published. `answered`: by so many voices."""

    form_version_id: UUID
    version: int
    status: Literal["draft", "active", "retired"]
    is_current: bool
    is_whole: bool
    since: Instant
    grace_until: Instant | None
    sha256: str
    languages: list[str]
    answered: int


class FormList(Answer):
    versions: list[FormListed]


class FormTermsAnswer(Answer):
    controller: str
    contact: str
    jurisdiction: str
    retention: str


class FormCardAnswer(Answer):
    title: str
    text: str


class FormWordsAnswer(Answer):
    """`missing`: what is not written yet. `behind`: what stands as before though the first language has changed."""

    cards: list[FormCardAnswer]
    questions: dict[str, str]
    confidentiality_limits: str
    partner_note: str
    missing: list[str]
    behind: list[str]
    review: ReviewAnswer | None


class FormQuestionAnswer(Answer):
    key: str
    required: bool
    recipients: list[str]
    facets: list[str]
    may_offer: list[str]
    expires_after_days: int | None


class FormAnswer(FormListed):
    """`source` is the language that the others are translated from; `more` the questions that could be asked too."""

    source: str
    terms: FormTermsAnswer
    purposes: list[FormQuestionAnswer]
    texts: dict[str, FormWordsAnswer]
    more: list[str]


class ReadingIn(Shape):
    texts: Annotated[list[Annotated[Text, StringConstraints(max_length=5_000)]], Field(max_length=200)]


class ReadingAnswer(Answer):
    """In years; of English alone."""

    ages: list[float | None]
    whole: float | None
    oldest_wished: float
