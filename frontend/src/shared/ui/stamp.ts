// SPDX-License-Identifier: Apache-2.0
/** Dashed: recording; solid: saved; dotted: waiting; stitched: on its way; double: arrived; notched: needs somebody. */
export type Edge = 'dashed' | 'solid' | 'dotted' | 'stitched' | 'double' | 'notched';
export type Tone = 'plain' | 'record' | 'safe' | 'wait' | 'danger';
