// Moments, addresses and titles, as they are read.

import { describe, expect, test } from 'vitest';

import { short } from '../src/words/address';
import { ago, moment } from '../src/words/moments';
import { title } from '../src/words/title';
import { words } from '../src/words/words';
import { anomaly, overview } from './states';

const english = words([]);
const local = (year: number, month: number, day: number, hour: number, minute: number) =>
  new Date(year, month - 1, day, hour, minute);
const NOW = local(2025, 11, 24, 15, 30).getTime();

describe('how long ago', () => {
  test.each([
    [-5, 'just now'],
    [0, 'just now'],
    [12, '12 s ago'],
    [59, '59 s ago'],
    [60, '1 min ago'],
    [3599, '59 min ago'],
    [3600, '1 h ago'],
    [86_399, '23 h ago'],
    [86_400, '1 day ago'],
    [200_000, '2 days ago'],
  ])('%i s', (seconds, said) => {
    expect(ago(english, new Date(NOW - seconds * 1000).toISOString(), NOW)).toBe(said);
  });
});

describe('a moment', () => {
  test.each([
    [local(2025, 11, 24, 14, 2), '14:02'],
    [local(2025, 11, 24, 0, 5), '00:05'],
    [local(2025, 11, 23, 23, 59), '23:59 on 23 November'],
    [local(2024, 12, 31, 9, 0), '09:00 on 31 December 2024'],
  ])('%s', (at, said) => {
    expect(moment(english, at.toISOString(), NOW)).toBe(said);
  });
});

describe('an address', () => {
  test.each([
    ['https://report.example/', 'report.example'],
    ['http://127.0.0.1:8080/', '127.0.0.1:8080'],
    ['https://report.example/en/', 'report.example/en/'],
    ['https://report.example/?a=b', 'report.example/?…'],
    ['not an address', 'not an address'],
  ])('%s', (address, said) => {
    expect(short(address)).toBe(said);
  });
  test('is cut where it is long', () => {
    expect([...short(`https://report.example/${'a'.repeat(300)}`)]).toHaveLength(56);
  });
});

describe('the title', () => {
  test('says how everything stands', () => {
    expect(title(english, overview(), null)).toBe('All 3 outlets as they should be. – Frontwatch');
  });
  test('says the alarm that was opened', () => {
    const selected = anomaly({ summary: 'the front page is covered' });
    expect(title(english, overview(), selected)).toBe('Report: the front page is covered – Frontwatch');
  });
  test('is cut, and keeps the name', () => {
    const long = title(english, overview({ sentence: 'word '.repeat(50) }), null);
    expect(long.length).toBeLessThanOrEqual(80);
    expect(long).toMatch(/^word word .*… – Frontwatch$/);
  });
});

describe('languages', () => {
  const azerbaijani = { language: 'az', fluent: 'recheck = Yenidən yoxla\nago-seconds = { $missing } s' };
  test('the best one that has the text says it', () => {
    const both = words([azerbaijani]);
    expect(both.say('recheck')).toBe('Yenidən yoxla');
    expect(both.say('acknowledge')).toBe("I've got it");
  });
  test('a text that cannot be said falls to the next', () => {
    expect(words([azerbaijani]).say('ago-seconds', { count: 3 })).toBe('3 s ago');
  });
  test('a failure without words has the window’s', () => {
    expect(english.trouble(new Error('x'))).toContain('did not answer');
    expect(english.trouble({ code: 'a', says: 'Mend it.' })).toBe('Mend it.');
  });
});
