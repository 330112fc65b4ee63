// What is said of a watch in numbers: when it is looked at next, how often it was there, how long it took.

import type { There } from '../host/types';
import type { Words } from '../words/words';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** When a watch is looked at next; `at` is RFC 3339, none while it is. */
export function ahead({ say }: Words, at: string | null, now: number): string {
  if (at === null) return say('next-look', { when: 'looking', wait: '' });
  const wait = Date.parse(at) - now;
  if (wait < 2 * SECOND) return say('next-look', { when: 'now', wait: '' });
  if (wait < 2 * MINUTE)
    return say('next-look', { when: 'later', wait: say('in-seconds', { count: Math.ceil(wait / SECOND) }) });
  if (wait < 2 * HOUR)
    return say('next-look', { when: 'later', wait: say('in-minutes', { count: Math.round(wait / MINUTE) }) });
  return say('next-look', { when: 'later', wait: say('in-hours', { count: Math.round(wait / HOUR) }) });
}

/** How often a watch was there. Rounded down: what was away once was not there always. */
export function share({ say, language }: Words, span: 'day' | 'week', { looks, there }: There): string {
  if (looks === 0) return say('there-none', { span });
  const part = Math.floor((there / looks) * 1000) / 1000;
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format(part);
  return say('there', { span, share: percent, looks });
}

/** "40 ms", "1.2 s". */
export function duration({ say, language }: Words, milliseconds: number): string {
  if (milliseconds < SECOND) return say('milliseconds', { count: milliseconds });
  const seconds = new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(milliseconds / SECOND);
  return say('in-seconds', { count: seconds });
}
