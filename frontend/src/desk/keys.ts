// SPDX-License-Identifier: Apache-2.0
const typed = 'textarea, select, [contenteditable], input:not([type=checkbox], [type=radio], [type=range])';
const acted = `${typed}, input, button, a, summary`;

const within = (target: EventTarget | null, selector: string): boolean =>
  target instanceof Element && target.closest(selector) !== null;

/** Somebody is writing here: letters belong to the text. */
export const isTyping = (target: EventTarget | null): boolean => within(target, typed);

/** Space already means something here. */
export const takesSpace = (target: EventTarget | null): boolean => within(target, acted);

/** Keys pressed in a dialog are the dialog's own. */
export const isInDialog = (target: EventTarget | null): boolean => within(target, 'dialog');
