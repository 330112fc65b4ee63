// What the program said once is in the language of then: it is asked for anew when the window speaks another one.

import { untrack } from 'svelte';

import type { Words } from './words';

/** Asks anew whenever the language is another than before. Called as a component is made. */
export function anew(words: Words, ask: () => void): void {
  let before = words.language;
  $effect(() => {
    const now = words.language;
    if (now === before) return;
    before = now;
    untrack(ask);
  });
}
