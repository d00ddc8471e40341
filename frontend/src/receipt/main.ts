// SPDX-License-Identifier: Apache-2.0
import { openWithCode } from './open/open.ts';

openWithCode(document, location, history);
