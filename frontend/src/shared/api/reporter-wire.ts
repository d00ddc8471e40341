// SPDX-License-Identifier: Apache-2.0
import type { components } from './reporter.d.ts';

type Schemas = components['schemas'];

export type Consent = Schemas['ConsentIn'];
export type SentReceipt = Schemas['ReceiptIn'];
export type SentParticipant = Schemas['ParticipantIn'];
export type SentStory = Schemas['StoryIn'];
export type HeldStory = Schemas['HeldStory'];
export type ListedStory = Schemas['ListedStory'];
export type Choice = Consent['choices'][string];
export type Kind = SentStory['kind'];
export type Role = SentParticipant['role'];

/** The project's bundle is content, which OpenAPI does not describe: its shape is the contract's. */
export type Sound = { audio_url: string; sha256: string };
/** A text of the project, with its recorded sound where there is one. */
export type Said = { text: string; audio_url?: string | null; sha256?: string | null };
export type Card = Said & { title?: string | null };
export type ConsentTexts = {
  sha256: string;
  cards: Card[];
  questions: Record<string, Said>;
};
export type Purpose = {
  key: string;
  required: boolean;
  recipients: string[];
  facets: string[];
};
export type ConsentForm = {
  form_id: string;
  version: number;
  purposes: Purpose[];
  texts: Record<string, ConsentTexts>;
};
export type Prompt = { prompt_id: string; texts: Record<string, Said> };

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
  /** Recorded words of the interface, by language and by their key in the catalogue. */
  spoken?: Record<string, Record<string, Sound>>;
};
