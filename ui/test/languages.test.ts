// The window in every language: the texts of English with the same arguments, each in its own words and plural forms;
// moments by its customs; and the way that it is written.

import { FluentBundle, FluentResource } from '@fluent/bundle';
import { describe, expect, test } from 'vitest';

import azerbaijani from '../../crates/core/src/text/az/window.ftl?raw';
import english from '../../crates/core/src/text/en/window.ftl?raw';
import russian from '../../crates/core/src/text/ru/window.ftl?raw';
import turkish from '../../crates/core/src/text/tr/window.ftl?raw';
import { direction, tongue } from '../src/words/direction';
import { moment, written } from '../src/words/moments';
import { words } from '../src/words/words';

const languages = [
  { language: 'az', fluent: azerbaijani },
  { language: 'en', fluent: english },
  { language: 'ru', fluent: russian },
  { language: 'tr', fluent: turkish },
];
/** What the plural rules of one language or another tell apart. */
const COUNTS = [0, 1, 2, 5, 21];
/** Words that are the same everywhere: the program's name, and an example of an address. */
const SHARED = ['frontwatch', 'report.example', 'ms'];

/** The texts by their ids. */
function texts(fluent: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const text of fluent.split(/^(?=[a-z])/m)) {
    const [, id, pattern] = /^([a-z][a-z0-9-]*) =([^]*)$/.exec(text) ?? [];
    if (id) found.set(id, pattern!.replaceAll(/^#.*$/gm, ''));
  }
  return found;
}

/** The arguments of a text. */
function args(text: string): string[] {
  return [...new Set([...text.matchAll(/\$([a-z]+)/g)].map(([, name]) => name!))].sort();
}

/** The variants that a text chooses between by a name of the program's. */
function variants(text: string): string[] {
  return [...new Set([...text.matchAll(/\[([a-z-]+)\]/g)].map(([, name]) => name!))].filter(
    (name) => !['zero', 'one', 'two', 'few', 'many', 'other'].includes(name),
  );
}

/** What is said, by whichever of its variants, in words. */
function spoken(text: string): string[] {
  const plain = text.replaceAll(/\{ [$a-z-]+( ->|(?= \}))|\[[a-z0-9-]+\]/g, ' ').toLowerCase();
  return (plain.match(/[\p{L}][\p{L}.-]*/gu) ?? []).map((word) => word.replace(/[.-]+$/, ''));
}

describe.each(languages)('$language', ({ language, fluent }) => {
  const theirs = texts(fluent);

  test('has the texts of English and no other', () => {
    expect([...theirs.keys()].sort()).toEqual([...texts(english).keys()].sort());
  });

  test('needs what the English texts need, and chooses by what they choose by', () => {
    for (const [id, text] of texts(english)) {
      expect(args(theirs.get(id) ?? ''), id).toEqual(args(text));
      expect(variants(theirs.get(id) ?? ''), id).toEqual(variants(text));
    }
  });

  test('says every text in every number', () => {
    const resource = new FluentResource(fluent);
    const bundle = new FluentBundle(language, { useIsolating: false });
    bundle.addResource(resource);
    expect(resource.body.map(({ id }) => id)).toEqual([...theirs.keys()]);
    for (const [id, text] of theirs) {
      for (const count of COUNTS) {
        const errors: Error[] = [];
        const given = Object.fromEntries(args(text).map((name) => [name, count]));
        const said = bundle.formatPattern(bundle.getMessage(id)!.value!, given, errors);
        expect(errors, `${id} ${count}`).toEqual([]);
        expect(said.trim(), id).not.toBe('');
        expect(said, id).not.toMatch(/[{}\n]/);
      }
    }
  });

  test.skipIf(language === 'en')('is not English in disguise', () => {
    const ENGLISH = ['the', 'is', 'are', 'was', 'were', 'this', 'that', 'with', 'from', 'which', 'it', 'of'];
    for (const [id, text] of texts(english)) {
      const own = spoken(theirs.get(id)!);
      if (own.some((word) => !SHARED.includes(word))) expect(own, id).not.toEqual(spoken(text));
      expect(
        own.filter((word) => ENGLISH.includes(word)),
        id,
      ).toEqual([]);
    }
  });

  test('has its direction', () => {
    expect(direction(language)).toBe('ltr');
  });
});

describe('plural forms', () => {
  test.each([
    [1, '1 издание'],
    [2, '2 издания'],
    [5, '5 изданий'],
    [11, '11 изданий'],
    [21, '21 издание'],
  ])('Russian has its own for %i', (count, said) => {
    expect(words([languages[2]!]).say('outlets', { count })).toBe(said);
  });
});

describe('a moment', () => {
  const local = (year: number, month: number, day: number, hour: number, minute: number) =>
    new Date(year, month - 1, day, hour, minute);
  const now = local(2025, 11, 24, 15, 30).getTime();
  const [az, en, ru, tr] = languages.map((language) => words([language]));
  test.each([
    ['az', az!, '00:05', '23 noyabr, 23:59', '31 dekabr 2024, 09:00'],
    ['en', en!, '00:05', '23:59 on 23 November', '09:00 on 31 December 2024'],
    ['ru', ru!, '00:05', '23:59 23 ноября', '09:00 31 декабря 2024 г.'],
    ['tr', tr!, '00:05', '23 Kasım 23:59', '31 Aralık 2024 09:00'],
  ])('in %s', (_, its, today, thisYear, before) => {
    expect(moment(its, local(2025, 11, 24, 0, 5).toISOString(), now)).toBe(today);
    expect(moment(its, local(2025, 11, 23, 23, 59).toISOString(), now)).toBe(thisYear);
    expect(moment(its, local(2024, 12, 31, 9, 0).toISOString(), now)).toBe(before);
  });
  test('that a person wrote is said as it is written, whatever this computer’s clock is, and with its day', () => {
    // At this time the clocks of Europe are put forward, so that they do not show it.
    expect(written(en!, '2025-03-30T02:30', now)).toBe('02:30 on 30 March');
    expect(written(en!, '2025-11-24 22:00:00', now)).toBe('22:00 on 24 November');
    expect(written(ru!, '2026-01-01T00:15', now)).toBe('00:15 1 января 2026 г.');
    expect(written(az!, '2025-12-24T22:00', now)).toBe('24 dekabr, 22:00');
    for (const other of ['', 'soon', '2025-02-31', '2025-13-01T00:00']) expect(written(en!, other, now)).toBe(other);
  });
  test('has twenty-four hours, whatever is the custom', () => {
    const american = { ...en!, language: 'en-US' };
    expect(moment(american, local(2025, 11, 24, 22, 5).toISOString(), now)).toBe('22:05');
    expect(moment(american, local(2025, 11, 24, 0, 5).toISOString(), now)).toBe('00:05');
  });
});

describe('the way of writing', () => {
  test.each([
    ['ar', 'rtl'],
    ['fa-IR', 'rtl'],
    ['he', 'rtl'],
    ['ur', 'rtl'],
    ['az-Arab', 'rtl'],
    ['ku-Arab-IQ', 'rtl'],
    ['az', 'ltr'],
    ['az-Latn-AZ', 'ltr'],
    ['fa-Latn', 'ltr'],
    ['en-GB', 'ltr'],
    ['no tag', 'ltr'],
  ])('of %s', (language, way) => {
    expect(direction(language)).toBe(way);
  });
  test('is the document’s, with its language', () => {
    tongue(document.documentElement, 'ar');
    expect([document.documentElement.lang, document.documentElement.dir]).toEqual(['ar', 'rtl']);
    tongue(document.documentElement, 'tr');
    expect([document.documentElement.lang, document.documentElement.dir]).toEqual(['tr', 'ltr']);
  });
});
