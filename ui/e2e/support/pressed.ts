// Every control of the window is pressed by some test over the real program: what a whole run pressed is held against what the
// components have. Whoever adds a control without a test hears of it here.

import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import type { BrowserContext } from '@playwright/test';
import type { FullResult, Reporter, Suite, TestCase, TestResult } from '@playwright/test/reporter';

import { ROOT } from './programs';

/** Of an annotation that says what a test pressed. */
export const PRESSED = 'pressed';
/** A browser has no such control: what is quit, and what opens another program, is the desktop's own window. */
const ELSEWHERE = ['open-no', 'open-page', 'open-yes', 'quit-no', 'quit-yes'];

/** Hears of every control that is pressed in the windows of this browser, by its name. */
export async function hear(context: BrowserContext, pressed: (name: string) => void): Promise<void> {
  await context.exposeFunction('pressed', pressed);
  await context.addInitScript(() => {
    const { pressed } = window as unknown as { pressed: (name: string) => Promise<void> };
    const press = ({ target }: Event) => {
      const name = target instanceof Element ? target.closest('[data-action]')?.getAttribute('data-action') : null;
      // A window that is gone by then has been heard.
      if (name) void pressed(name).catch(() => undefined);
    };
    addEventListener('click', press, true);
  });
}

/** The names of all controls that the components have. */
export function controls(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.svelte'));
  const components = files.map((file) => ({
    component: basename(file, '.svelte'),
    text: readFileSync(join(folder, file), 'utf8'),
  }));
  const names = components.flatMap(({ component, text }) =>
    [...text.matchAll(/data-action=(?:"([^"]+)"|\{([^}]+)\})/g)].flatMap(([, name = '', variable]) => {
      const [, argument] = /\{(\w+)\}/.exec(name) ?? [undefined, variable];
      if (argument === undefined) return [name];
      // A part of it is given by whoever uses the component, or is one of a list in it.
      const given = new RegExp(`<${component}\\s[^>]*?\\b${argument}="([^"]+)"`, 'g');
      const list = /const \w+: \w+\[\] = (\['[^\]]+\]);/.exec(text)?.[1] ?? '';
      const all = [...components.flatMap(({ text }) => [...text.matchAll(given)]), ...list.matchAll(/'([^']+)'/g)];
      if (all.length === 0) throw new Error(`${component}: nobody says what ${argument} of a control can be`);
      return all.map(([, value = '']) => (variable === undefined ? name.replace(`{${argument}}`, value) : value));
    }),
  );
  return [...new Set(names)].filter((name) => !ELSEWHERE.includes(name)).sort();
}

/** Fails a whole run that is well, but left a control unpressed. */
export default class Pressed implements Reporter {
  readonly #pressed = new Set<string>();
  #whole = false;

  onBegin(_: unknown, suite: Suite): void {
    const files = new Set(suite.allTests().map(({ location }) => basename(location.file)));
    this.#whole = readdirSync(join(ROOT, 'ui/e2e')).every((file) => !file.endsWith('.spec.ts') || files.has(file));
  }

  onTestEnd(_: TestCase, { annotations }: TestResult): void {
    for (const { type, description } of annotations)
      if (type === PRESSED) for (const name of description?.split(' ') ?? []) this.#pressed.add(name);
  }

  async onEnd({ status }: FullResult): Promise<{ status?: FullResult['status'] } | undefined> {
    if (!this.#whole || status !== 'passed') return undefined;
    const all = controls(join(ROOT, 'ui/src'));
    const left = all.filter((name) => !this.#pressed.has(name));
    console.log(`  ${all.length - left.length} of ${all.length} controls were pressed.`);
    if (left.length === 0) return undefined;
    console.log(`  No test presses ${left.join(', ')}.`);
    return { status: 'failed' };
  }
}
