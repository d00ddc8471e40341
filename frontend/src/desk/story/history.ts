// SPDX-License-Identifier: Apache-2.0
import { saidOr } from '../../shared/i18n/t.svelte.ts';

const kebab = (action: string): string =>
  action
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, '-')
    .replaceAll(/[^A-Za-z]+/g, '-')
    .toLowerCase();

export const actionSaid = (action: string): string =>
  saidOr(`desk-did-${kebab(action)}`, kebab(action).replaceAll('-', ' '));
