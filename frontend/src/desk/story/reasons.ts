// SPDX-License-Identifier: Apache-2.0
import { saidOr } from '../../shared/i18n/t.svelte.ts';

export const reasons = ['name', 'place', 'contact', 'other_person', 'health', 'danger'] as const;

export const reasonSaid = (reason: string): string => saidOr(`desk-reason-${reason}`, reason);
