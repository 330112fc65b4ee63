// The window on a host without a program, as the tests see it.

import { render } from '@testing-library/svelte';
import { tick } from 'svelte';

import { context, desk } from '../src/desk';
import Window from '../src/Window.svelte';
import { words } from '../src/words/words';
import type { FakeHost } from './fake';

/** Shows the window, and waits for its first overview. */
export async function show(host: FakeHost): Promise<void> {
  render(Window, { context: context(desk(host, words(host.texts.languages))) });
  await settle();
}

/** Lets what was asked be answered and shown. The next overview is asked for at most a quarter of a second later. */
export async function settle(milliseconds = 0): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  await tick();
  await new Promise((resolve) => setTimeout(resolve));
}

export function all<E extends HTMLElement = HTMLElement>(selector: string): E[] {
  return [...document.querySelectorAll<E>(selector)];
}

/** The one element of this kind. */
export function one<E extends HTMLElement = HTMLElement>(selector: string): E {
  const found = all<E>(selector);
  if (found.length !== 1 || !found[0]) throw new Error(`${found.length} of ${selector}`);
  return found[0];
}

/** Presses the one element of this kind; the first, where there may be several. */
export async function press(selector: string, { first = false } = {}): Promise<void> {
  (first ? (all(selector)[0] ?? one(selector)) : one(selector)).click();
  await settle();
}

/** Chooses a file with these contents. */
export async function choose(selector: string, text: string): Promise<void> {
  const field = one<HTMLInputElement>(selector);
  Object.defineProperty(field, 'files', { value: [new File([text], 'list.csv')], configurable: true });
  field.dispatchEvent(new Event('change', { bubbles: true }));
  await settle(50);
}

export async function type(selector: string, text: string): Promise<void> {
  const field = one<HTMLInputElement>(selector);
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await tick();
}
