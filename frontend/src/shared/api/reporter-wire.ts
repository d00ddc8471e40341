// SPDX-License-Identifier: Apache-2.0
/** What the reporter's door says and hears (`/api`). */
export type Choice = 'given' | 'refused';
export type Facets = Record<string, string>;
export type Kind = 'snapshot' | 'monologue' | 'dialogue';
export type Role = 'storyteller' | 'interviewer' | 'supporter';

export type Card = { title?: string | null; text: string };
export type ConsentTexts = {
  sha256: string;
  cards: Card[];
  questions: Record<string, { text: string; audio_url?: string | null }>;
};
export type Purpose = {
  key: string;
  required: boolean;
  recipients: string[];
  facets: string[] | Record<string, string[]>;
};
export type ConsentForm = {
  form_id: string;
  version: number;
  purposes: Purpose[];
  texts: Record<string, ConsentTexts>;
};
export type Prompt = { prompt_id: string; texts: Record<string, { text: string; audio_url?: string | null }> };

export type Project = {
  project_id: string;
  name: string;
  languages: string[];
  prompts: Prompt[];
  consent_form: ConsentForm;
  child_age: number;
  limits: { recording_ms: number; recording_bytes: number; text_characters: number };
  help: unknown;
  practice_guide: unknown;
  partner_note: unknown;
};

export type Consent = {
  form_id: string;
  form_version: number;
  language: string;
  method: 'tick';
  capacity_basis: 'adult';
  choices: Record<string, Choice>;
  facets: Record<string, Facets>;
  given_at: string;
};
export type SentReceipt = { selector: string; verifier: string; pin?: string; code_alone?: boolean };
export type SentParticipant = {
  participant_id: string;
  role: Role;
  display_name?: string;
  consent: Consent;
  receipt: SentReceipt;
};
export type SentRecording = {
  recording_id: string;
  bytes: number;
  sha256: string;
  media_type: string;
  duration_ms: number;
  gap_before_ms: number;
};
export type SentStory = {
  kind: Kind;
  medium: 'audio' | 'text';
  prompt_id?: string;
  language?: string;
  title?: string;
  text?: string;
  recorded_at: string;
  recordings: SentRecording[];
  participants: SentParticipant[];
  wants_sign_off: boolean;
};

export type HeldRecording = {
  recording_id: string;
  state: 'missing' | 'partial' | 'kept';
  offset: number;
  sha256?: string | null;
  upload_url?: string | null;
};
export type HeldStory = { story_id: string; status: string; recordings: HeldRecording[] };
export type ListedStory = { story_id: string; kind: Kind; status: string; received_at: string | null };
