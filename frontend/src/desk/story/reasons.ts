// SPDX-License-Identifier: Apache-2.0
import { saidOr } from '../said.ts';

export const reasons = ['name', 'place', 'contact', 'other_person', 'health', 'danger'] as const;

export const reasonSaid = (reason: string): string => saidOr(`desk-reason-${reason}`, reason);
