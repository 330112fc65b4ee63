// What holds for all sources of the window: every text is one of its words, nothing from a site becomes markup, and one
// folder alone knows the desktop.

import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

import { FluentBundle, FluentResource } from '@fluent/bundle';
import { parse, type AST } from 'svelte/compiler';
import { describe, expect, test } from 'vitest';

import english from '../../crates/core/src/text/en/window.ftl?raw';

const SOURCES = join(import.meta.dirname, '../src');
const files = readdirSync(SOURCES, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name))
  .map((path) => ({ name: relative(SOURCES, path), text: readFileSync(path, 'utf8') }));
const components = files.filter(({ name }) => name.endsWith('.svelte'));

const resource = new FluentResource(english);
const bundle = new FluentBundle('en', { useIsolating: false });
bundle.addResource(resource);
const ids = [...english.matchAll(/^([a-z][a-z0-9-]*) =/gm)].map(([, id]) => id!);
const used = new Set(files.flatMap(({ text }) => [...text.matchAll(/\bsay\(\s*'([^']*)'/g)].map(([, id]) => id!)));

describe('texts', () => {
  test('every one that the sources say is there', () => {
    expect([...used].filter((id) => !ids.includes(id))).toEqual([]);
  });
  test('every one that is there is said', () => {
    expect(ids.filter((id) => !used.has(id))).toEqual([]);
  });
  test('each can be read and said', () => {
    expect(resource.body.map(({ id }) => id)).toEqual(ids);
    const names = [...english.matchAll(/\$([a-z]+)/g)].map(([, name]) => [name!, 2]);
    for (const id of ids) {
      const errors: Error[] = [];
      const said = bundle.formatPattern(bundle.getMessage(id)!.value!, Object.fromEntries(names), errors);
      expect(errors, id).toEqual([]);
      expect(said.trim(), id).not.toBe('');
    }
  });
  test('are said by their ids, never by a computed one', () => {
    const computed = files.filter(({ name, text }) => name !== 'words/words.ts' && /\bsay\(\s*[^'\s]/.test(text));
    expect(computed.map(({ name }) => name)).toEqual([]);
  });
});

/** What the eye or a screen reader gets and no word says. */
function literals(text: string): string[] {
  const SPOKEN = ['alt', 'title', 'placeholder', 'aria-label', 'aria-description', 'aria-valuetext', 'label', 'value'];
  const found: string[] = [];
  const walk = (node: unknown, shown: boolean): void => {
    if (Array.isArray(node)) return node.forEach((each) => walk(each, shown));
    if (typeof node !== 'object' || node === null || !('type' in node)) return;
    const at = node as AST.SvelteNode & Record<string, unknown>;
    if (at.type === 'Attribute') return walk(at.value, SPOKEN.includes(at.name));
    if (at.type === 'Text' && shown && /\p{L}/u.test(at.data)) found.push(at.data.trim());
    if (at.type === 'Literal' && shown && typeof at.value === 'string' && /\p{L}/u.test(at.value)) found.push(at.value);
    if (at.type === 'CallExpression' || at.type === 'BinaryExpression') return;
    if (at.type === 'ConditionalExpression') return walk([at.consequent, at.alternate], shown);
    const tests = ['IfBlock', 'KeyBlock'].includes(at.type) ? ['test'] : [];
    const skipped = [...tests, 'start', 'end', 'metadata'];
    for (const [key, value] of Object.entries(at)) if (!skipped.includes(key)) walk(value, shown);
  };
  walk(parse(text, { modern: true }).fragment, true);
  return found;
}

describe('markup', () => {
  test.each(components)('$name has no words of its own', ({ text }) => {
    expect(literals(text)).toEqual([]);
  });
  test('a word of its own would be found', () => {
    expect(literals('<p>Hello</p>')).toEqual(['Hello']);
    expect(literals('<img alt="A picture" class="x" />')).toEqual(['A picture']);
    expect(literals("<p>{busy ? 'Wait' : say('done')}</p>")).toEqual(['Wait']);
  });
  test.each(components)('$name makes no markup of text, and has no inline style', ({ text }) => {
    expect(text).not.toMatch(/\{@html|innerHTML|\sstyle=|<a\s|href=/);
  });
  test.each(components)('$name is small', ({ text }) => {
    expect(text.split('\n').length).toBeLessThan(200);
  });
});

/** What of a style knows left from right, so that it would be wrong where a language is written the other way. */
function sided(text: string, name: string): string[] {
  const styles = name.endsWith('.css') ? text : (/<style>([^]*)<\/style>/.exec(text)?.[1] ?? '');
  const plain = styles.replaceAll(/\/\*[^]*?\*\//g, '');
  const PROPERTY =
    /(?<![\w-])((?:scroll-)?(?:margin|padding)-(?:left|right)|border(?:-\w+)?-(?:left|right)(?:-\w+)*|left|right)\s*:/g;
  const VALUE = /(?<![\w-])((?:text-align|float|clear)\s*:\s*(?:left|right))\b/g;
  const WAY =
    /((?:translate(?:X|3d)?\(|to (?:left|right)\b|(?:background|object|mask)-position\s*:[^;}]*(?:left|right)))/g;
  const found = [PROPERTY, VALUE, WAY].flatMap((sided) => [...plain.matchAll(sided)].map(([, what]) => what!));
  for (const [, what, values] of plain.matchAll(/(?<![\w-])((?:scroll-)?(?:margin|padding)|inset)\s*:([^;}]*)/g)) {
    const [, right, , left] = values!.trim().split(/\s+(?![^(]*\))/);
    if (left !== undefined && left !== right) found.push(`${what}:${values!.trimEnd()}`);
  }
  return found;
}

/** The colours that a style says itself, besides those that are none or the text's own. */
function colours(text: string, name: string): string[] {
  const styles = name.endsWith('.css') ? text : (/<style>([^]*)<\/style>/.exec(text)?.[1] ?? '');
  const values = styles.replaceAll(/\/\*[^]*?\*\//g, '').matchAll(/:\s([^;{}]+);/g);
  const COLOUR =
    /#[\da-f]{3,8}\b|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch|color)a?\(|(?<![\w-])(?:black|white|gr[ae]y|red|green|blue|yellow|orange)(?![\w-])/gi;
  return [...values].flatMap(([, value]) => value!.match(COLOUR) ?? []);
}

describe('styles', () => {
  const styled = files.filter(({ name }) => /\.(svelte|css)$/.test(name));
  test.each(styled)('$name says start and end, not left and right', ({ text, name }) => {
    expect(sided(text, name)).toEqual([]);
  });
  test.each([
    ['margin-left: 1px', ['margin-left']],
    ['padding-right: 1px', ['padding-right']],
    ['scroll-margin-left: 1px', ['scroll-margin-left']],
    ['border-left: 0', ['border-left']],
    ['border-right-color: red', ['border-right-color']],
    ['border-top-left-radius: 1px', ['border-top-left-radius']],
    ['left: 0', ['left']],
    ['top: 0; right: 0', ['right']],
    ['text-align: left', ['text-align: left']],
    ['float:right', ['float:right']],
    ['padding: 1px 2px 1px 3px', ['padding: 1px 2px 1px 3px']],
    ['inset: 0 auto auto 0', ['inset: 0 auto auto 0']],
    ['transform: translateX(1px)', ['translateX(']],
    ['background: linear-gradient(to right, var(--a), var(--b))', ['to right']],
    ['background-position: left 1px top', ['background-position: left']],
    ['transform: translateY(1px) rotate(45deg)', []],
    ['padding: 1px calc(1px + 2px) 3px calc(1px + 2px)', []],
    ['margin-inline: 0 1px; text-align: start; inset-inline-end: 0; border-block-end: 0', []],
    ['/* left: 0 */ grid-area: left', []],
  ])('%s', (style, found) => {
    expect(sided(`a { ${style} }`, 'a.css')).toEqual(found);
    expect(sided(`<p>left: right: </p>\n<style>\n  a { ${style} }\n</style>`, 'A.svelte')).toEqual(found);
  });
  // Paper has colours of its own.
  const bare = styled.filter(({ name }) => !['look/tokens.css', 'look/print.css'].includes(name));
  test.each(bare)('$name has its colours from the tokens', ({ text, name }) => {
    expect(colours(text, name)).toEqual([]);
  });
  test.each([
    ['color: #ffffff', ['#ffffff']],
    ['box-shadow: 0 1px rgb(0 0 0 / 30%)', ['rgb(']],
    ['border: 1px solid white', ['white']],
    ['background: color-mix(in oklab, var(--ink), #fff 5%)', ['#fff']],
    ['color: currentcolor; background: none; white-space: pre; border-color: transparent', []],
    ['color: var(--alarm); /* #fff */ fill: var(--on-alarm-full)', []],
  ])('the colours of %s', (style, found) => {
    expect(colours(`a { ${style}; }`, 'a.css')).toEqual(found);
    expect(colours(`<p>color: red;</p>\n<style>\n  #add { ${style}; }\n</style>`, 'A.svelte')).toEqual(found);
  });
  // A letter is never turned round with the language; `transform: scaleX(-1)` under `:dir(rtl)` turns a drawing.
  test.each(files)('$name has no arrow to one side', ({ text }) => {
    expect(text.match(/[←→⇐⇒⟵⟶‹›▸◂▶◀►◄❮❯]|&[lr]arr;/gu)).toBeNull();
  });
});

test('one folder alone knows the desktop', () => {
  const knowing = files.filter(({ text }) => text.includes('@tauri-apps'));
  expect(knowing.map(({ name }) => name)).toEqual(['host/tauri/tauri.ts']);
});
