// SPDX-License-Identifier: Apache-2.0
import { setting } from '../phone/database.ts';

type Connection = EventTarget & { readonly type?: string; readonly saveData?: boolean };

/** What this browser tells of the line; many tell nothing. */
const connection = (): Connection | undefined => (navigator as { connection?: Connection }).connection;

/** Whether this phone can tell Wi-Fi from mobile data at all. */
export const tellsWifi = (): boolean => connection()?.type !== undefined;
export const savesData = (): boolean => connection()?.saveData === true;

const costly = new Set(['cellular', 'bluetooth', 'wimax']);

/** True where a person asked for Wi-Fi only and the line is known to be another. */
export const waitsForWifi = async (): Promise<boolean> =>
  costly.has(connection()?.type ?? '') && (await setting('wifi_only')) === true;

export const onOtherLine = (act: () => void): void => connection()?.addEventListener('change', act);
