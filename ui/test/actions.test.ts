// Which buttons an anomaly has.

import { describe, expect, test } from 'vitest';

import { actions, minutesToMorning, needsFirstAid, reasonsBeyond, shape } from '../src/anomalies/actions';
import { causes } from '../src/anomalies/causes';
import { phase } from '../src/top/recheck';
import { anomaly, past, reason } from './states';

const suspect = { state: 'suspect', standing: 'suspect', incident: null, key: 'w' } as const;

describe('an anomaly', () => {
  test.each([
    {
      name: 'open',
      of: anomaly(),
      has: ['acknowledge', 'put-off', 'recheck', 'dismiss', 'approve'],
      aid: true,
      looks: 'alarm',
    },
    {
      name: 'open, not to be approved',
      of: anomaly({ question: null }),
      has: ['acknowledge', 'put-off', 'recheck', 'dismiss'],
      aid: true,
      looks: 'alarm',
    },
    {
      name: 'taken',
      of: anomaly({ state: 'acknowledged' }),
      has: ['recheck', 'dismiss', 'approve'],
      aid: true,
      looks: 'alarm',
    },
    {
      name: 'a warning',
      of: anomaly({ severity: 'warning' }),
      has: ['acknowledge', 'put-off', 'recheck', 'dismiss', 'approve'],
      aid: false,
      looks: 'alarm',
    },
    { name: 'a suspicion', of: anomaly(suspect), has: ['recheck', 'approve'], aid: false, looks: 'suspect' },
    {
      name: 'one that cannot be seen',
      of: anomaly({ standing: 'unseen', question: null }),
      has: ['acknowledge', 'put-off', 'recheck', 'dismiss'],
      aid: true,
      looks: 'unseen',
    },
    { name: 'over', of: anomaly({ state: 'resolved' }), has: [], aid: false, looks: 'normal' },
  ])('$name', ({ of, has, aid, looks }) => {
    expect(actions(of)).toEqual(has);
    expect(needsFirstAid(of)).toBe(aid);
    expect(shape(of)).toBe(looks);
  });
});

test('reasons that say no more than the summary are left out', () => {
  const bare = reason({ before: '', after: '' });
  expect(reasonsBeyond(anomaly({ reasons: [bare] }))).toEqual([]);
  expect(reasonsBeyond(anomaly({ reasons: [reason()] }))).toHaveLength(1);
});

test.each([
  { recheck: null, is: 'none' },
  { recheck: { asked: past(2), total: 6, done: 3, outcome: null }, is: 'running' },
  { recheck: { asked: past(600), total: 6, done: 3, outcome: null }, is: 'none' },
  { recheck: { asked: past(20), total: 6, done: 6, outcome: 'All well.' }, is: 'told' },
  { recheck: { asked: past(600), total: 6, done: 6, outcome: 'All well.' }, is: 'none' },
])('a re-check is $is', ({ recheck, is }) => {
  expect(phase(recheck, Date.now())).toBe(is);
});

test.each([
  { now: new Date(2025, 10, 24, 7, 59), minutes: 24 * 60 + 1 },
  { now: new Date(2025, 10, 24, 8, 0), minutes: 24 * 60 },
  { now: new Date(2025, 10, 24, 23, 30, 1), minutes: 8 * 60 + 30 },
  { now: new Date(2025, 11, 31, 20, 0), minutes: 12 * 60 },
])('from $now it is $minutes minutes to the next morning', ({ now, minutes }) => {
  expect(minutesToMorning(now)).toBe(minutes);
});

describe('one cause is one card', () => {
  const of = (incident: string, change = {}) => anomaly({ incident, ...change });
  const with_a = { told_with: 'a' };
  test.each([
    { name: 'each for itself', given: [of('a'), of('b')], cards: [['a'], ['b']] },
    { name: 'one alert', given: [of('b', with_a), of('c'), of('a')], cards: [['a', 'b'], ['c']] },
    { name: 'an alert whose lead is over', given: [of('b', with_a), of('c', with_a)], cards: [['b', 'c']] },
    {
      name: 'a campaign',
      given: [of('b', { ...with_a, campaign: 'k' }), of('a', { campaign: 'k' }), of('c', { campaign: 'l' })],
      cards: [['a', 'b'], ['c']],
    },
  ])('$name', ({ given, cards }) => {
    const keys = causes(given).map(({ lead, others }) => [lead, ...others].map(({ key }) => key));
    expect(keys).toEqual(cards);
  });
});
