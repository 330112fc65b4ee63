// The window's title: how everything stands, or the incident that the window was opened for.

import type { Anomaly, Overview } from '../host/types';
import type { Words } from './words';

/** The most characters of a title. The program's name at its end always stays. */
const ROOM = 80;

export function title(words: Words, overview: Overview | null, selected: Anomaly | null): string {
  if (!overview) return words.say('app');
  // What is over no longer names the window.
  const live = selected?.state === 'resolved' ? null : selected;
  const { outlet, summary } = live ?? { outlet: '', summary: '' };
  const what = live ? words.say('anomaly-title', { outlet, summary }) : overview.sentence;
  const room = ROOM - words.say('title', { what: '' }).length;
  const characters = [...what];
  const cut =
    characters
      .slice(0, room - 1)
      .join('')
      .trimEnd() + '…';
  return words.say('title', { what: characters.length <= room ? what : cut });
}
