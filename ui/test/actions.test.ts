// Which buttons an anomaly has.

import { describe, expect, test } from 'vitest';

import { actions, needsFirstAid, reasonsBeyond, shape } from '../src/anomalies/actions';
import { phase } from '../src/top/recheck';
import { anomaly, past, reason } from './states';

const suspect = { state: 'suspect', standing: 'suspect', incident: null, key: 'w' } as const;

describe('an anomaly', () => {
  test.each([
    { name: 'open', of: anomaly(), has: ['acknowledge', 'recheck', 'approve'], aid: true, looks: 'alarm' },
    {
      name: 'open, not to be approved',
      of: anomaly({ question: null }),
      has: ['acknowledge', 'recheck'],
      aid: true,
      looks: 'alarm',
    },
    { name: 'taken', of: anomaly({ state: 'acknowledged' }), has: ['recheck', 'approve'], aid: true, looks: 'alarm' },
    {
      name: 'a warning',
      of: anomaly({ severity: 'warning' }),
      has: ['acknowledge', 'recheck', 'approve'],
      aid: false,
      looks: 'alarm',
    },
    { name: 'a suspicion', of: anomaly(suspect), has: ['recheck', 'approve'], aid: false, looks: 'suspect' },
    {
      name: 'one that cannot be seen',
      of: anomaly({ standing: 'unseen', question: null }),
      has: ['acknowledge', 'recheck'],
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
