// SPDX-License-Identifier: Apache-2.0
export type Status =
  | 'awaiting_recording'
  | 'received'
  | 'transcribing'
  | 'in_review'
  | 'awaiting_sign_off'
  | 'approved'
  | 'declined'
  | 'withdrawn';

export type Claim = { person_id: string; name: string; until: string };

export type Word = {
  id: string;
  text: string;
  start_ms: number | null;
  end_ms: number | null;
  probability: number | null;
  speaker: string | null;
};

export type Segment = {
  start_ms: number;
  end_ms: number;
  avg_logprob: number;
  no_speech_prob: number;
  first_word: string;
  last_word: string;
  /** Why the machine may have got it wrong. */
  flags: string[];
};

export type Transcript = {
  revision: number;
  language: string;
  words: Word[];
  segments: Segment[];
  flags: string[];
};

/** One listening of the machine; `asked` where somebody at the desk wanted it. */
export type Listening = {
  task: 'transcribe' | 'translate';
  status: 'waiting' | 'running' | 'done' | 'failed';
  percent: number;
  language: string | null;
  /** 1 where the language was told. */
  language_probability: number | null;
  engine: string;
  model: string;
  message: string;
  asked: { language: string | null; model: string } | null;
};

/** What was heard between two moments; without words where the machine has yet to listen, or where nobody speaks. */
export type Passage = { start_ms: number; end_ms: number; text: string };

/** How far the machine is. `minutes_left`: 0 is less than one; absent where nobody knows. */
export type Progress = {
  status: 'waiting' | 'running' | null;
  task: Listening['task'];
  percent: number;
  minutes_left: number | null;
  language: string | null;
  passages: Passage[];
};

export type Gist = { paragraphs: string[]; language: string | null; made_at: string | null };

export type Redaction = {
  redaction_id: string;
  from_word: string | null;
  to_word: string | null;
  /** Absent where the words alone say what is removed. */
  start_ms: number | null;
  end_ms: number | null;
  reason: string;
  replacement: string;
};

export type Quote = {
  quote_id: string;
  from_word: string;
  to_word: string;
  text: string;
  start_ms: number | null;
  end_ms: number | null;
};

export type PlacePrecision = 'exact' | 'area' | 'none';
export type DatePrecision = 'exact' | 'month' | 'year';

export type Details = {
  title: string;
  summary: string;
  themes: string[];
  tags: string[];
  content_warnings: string[];
  place: { exact: string; area: string };
  place_precision: PlacePrecision;
  date_precision: DatePrecision;
};

export type Participant = {
  participant_id: string;
  role: 'storyteller' | 'interviewer' | 'supporter';
  display_name: string;
  consent: {
    choices: Record<string, 'given' | 'refused'>;
    facets: Record<string, Record<string, unknown>>;
    form_status: string;
    basis: string;
    withdrawn: boolean;
  } | null;
};

/** A way out that every voice gives; `purpose` may say itself whether it means the voice. */
export type Way = { purpose: string; form: string | null; name: string; until: string | null };

/** What all voices allow together. Where `shut` says why nothing may leave, nothing else is told. */
export type Allowed = {
  shut: string | null;
  to: Way[];
  not_to: string[];
  to_team: boolean;
  is_hidden: boolean;
  not_before: string | null;
  may_ask_again: boolean;
};

export type ToHear = { start_ms: number; end_ms: number; why: string; heard: boolean };
export type Proof = {
  sha256: string | null;
  state: 'rendering' | 'ready' | 'failed';
  /** Whether the story still is as this proof shows it. */
  is_current: boolean;
  duration_ms: number | null;
  to_hear: ToHear[];
};
export type Concern = { concern_id: string; status: string; urgency: string; note: string; raised_at: string };
export type Message = { kind: string; text: string; at: string };

export type Story = {
  story_id: string;
  project_id: string;
  status: Status;
  kind: string;
  medium: 'audio' | 'text';
  language: string | null;
  title: string;
  text: string | null;
  received_at: string | null;
  claimed_by: Claim | null;
  participants: Participant[];
  allowed: Allowed;
  /** Of the joined sound; null while there is none to play. */
  duration_ms: number | null;
  recordings: { recording_id: string; duration_ms: number | null; bytes: number; state: string; flags: string[] }[];
  transcript: Transcript | null;
  run: { state: string; percent: number | null; message?: string | null } | null;
  /** Absent with the transcript. `asked` is what somebody wanted since the words that stand were heard. */
  listening: { heard: Listening | null; asked: Listening | null; may_repeat: boolean; gist: Gist | null } | null;
  redactions: Redaction[];
  quotes: Quote[];
  /** Absent where the desk may see no more than the bare fact. */
  details: Details | null;
  messages: Message[];
  concerns: Concern[];
  proof: Proof | null;
  edition: { version: number | null; published_at: string | null; recipients: string[] } | null;
  obstacles: { slug: string; detail: string }[];
  recipients: { will: string[]; will_not: { name: string; why: string }[] };
  history: { at: string; action: string; actor: string }[];
};

export type Decision = 'ask_sign_off' | 'approve' | 'decline' | 'reopen' | 'unpublish';
