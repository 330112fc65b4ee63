// Moments in words: a clock time in the zone of this computer, with the day when it is not today; and how long ago.

import type { Words } from './words';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** "14:02", or "14:02 on 23 November". `at` is RFC 3339, `now` milliseconds since the epoch. */
export function moment({ say, language }: Words, at: string, now: number): string {
  const then = new Date(at);
  const today = new Date(now);
  const clock = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    then,
  );
  if (then.toDateString() === today.toDateString()) return clock;
  const form: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long' };
  if (then.getFullYear() !== today.getFullYear()) form.year = 'numeric';
  // Day before month in English too, as the alerts have it.
  const dated = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, form).format(then);
  return say('moment-other-day', { clock, day: dated });
}

/** "12 s ago". What lies ahead by a clock that was set is "just now". */
export function ago({ say }: Words, at: string, now: number): string {
  const passed = now - Date.parse(at);
  if (passed < 2 * SECOND) return say('ago-now');
  if (passed < MINUTE) return say('ago-seconds', { count: Math.floor(passed / SECOND) });
  if (passed < HOUR) return say('ago-minutes', { count: Math.floor(passed / MINUTE) });
  if (passed < DAY) return say('ago-hours', { count: Math.floor(passed / HOUR) });
  return say('ago-days', { count: Math.floor(passed / DAY) });
}
