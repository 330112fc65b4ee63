// What a person asked for, and what is asked for anew.

import { expect, test } from 'vitest';

import { Doing } from '../src/doing.svelte';
import { words } from '../src/words/words';

test('what is asked for while an answer is under way is asked for once more after it, however often', async () => {
  const doing = new Doing(words([]));
  const answers: (() => void)[] = [];
  const deed = () => new Promise<void>((answer) => answers.push(answer));
  const first = doing.renew(deed);
  await Promise.all([doing.renew(deed), doing.renew(deed)]);
  expect(answers).toHaveLength(1);
  answers[0]?.();
  await expect.poll(() => answers.length).toBe(2);
  answers[1]?.();
  await first;
  expect(answers).toHaveLength(2);
  expect(doing.busy).toBe(false);
});
