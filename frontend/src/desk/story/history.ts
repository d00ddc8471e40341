// SPDX-License-Identifier: Apache-2.0
import { saidOr } from '../said.ts';

export const actionSaid = (action: string): string =>
  saidOr(`desk-did-${action.replaceAll(/[^a-z]+/g, '-')}`, action.replaceAll(/[._]/g, ' '));
