// Moments in words: a clock time in the zone of this computer, with the day when it is not today; how long ago; and a time
// that a person wrote.

import type { Words } from './words';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** "14:02", or "14:02 on 23 November". `at` is RFC 3339, `now` milliseconds since the epoch. */
export function moment(words: Words, at: string, now: number): string {
  const then = new Date(at);
  const today = new Date(now);
  if (then.toDateString() === today.toDateString()) return clock(words, then);
  return dated(words, then, then.getFullYear() !== today.getFullYear());
}

/**
 * "22:00 on 24 December", for a time that a person wrote, such as `2026-12-24T22:00`: by whichever clock it is meant, it is
 * said as it is written, and always with its day. What is no such time stays as it is.
 */
export function written(words: Words, at: string, now: number): string {
  const time = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::00)?$/.exec(at);
  const then = new Date(`${time?.[1]}T${time?.[2]}Z`);
  if (Number.isNaN(then.getTime())) return at;
  return dated(words, then, then.getUTCFullYear() !== new Date(now).getFullYear(), { timeZone: 'UTC' });
}

type Zone = Pick<Intl.DateTimeFormatOptions, 'timeZone'>;

function clock({ language }: Words, then: Date, zone: Zone = {}): string {
  const form = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', ...zone } as const;
  return new Intl.DateTimeFormat(language, form).format(then);
}

function dated(words: Words, then: Date, year: boolean, zone: Zone = {}): string {
  const form: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', ...zone };
  if (year) form.year = 'numeric';
  // Day before month in English too, as the alerts have it.
  const language = words.language === 'en' ? 'en-GB' : words.language;
  const day = new Intl.DateTimeFormat(language, form).format(then);
  return words.say('moment-other-day', { clock: clock(words, then, zone), day });
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
