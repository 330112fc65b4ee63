// What a window says, for comparing it with what the same window says in English.

import type { Page } from '@playwright/test';

/** What is the same in every language: names, and an example of an address. */
export const NAMES = ['Frontwatch', 'report.example', 'RSS', 'TOML', 'OPML', 'CSV', 'SHA-256'];
/** Words that a language shares with English. */
export const SHARED: Record<string, string[]> = { az: ['Webhook ·'], tr: ['Alarm', 'Webhook ·'] };
/** What is no word: an amount, addresses and a selector of the configuration, the digest of a page that was kept. */
const VALUE = /^(\d+(s|m|h|d|[kMG]B)|(https?:\/\/\S+\s*)+|[.#][\w-]+|[0-9a-f]{64})$/;

/** Every text that can be seen or is read out: what has letters in it, and is neither a word of a watched site nor a value of the
    configuration. */
export async function words(page: Page): Promise<Set<string>> {
  const texts = await page.evaluate(() => {
    const texts: string[] = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const within = node.parentElement;
      if (within && !within.closest('bdi, textarea, option[value]:not([value=""])') && within.checkVisibility())
        texts.push(node.textContent ?? '');
    }
    for (const element of document.querySelectorAll('[aria-label], [placeholder], [title], [alt]'))
      for (const name of ['aria-label', 'placeholder', 'title', 'alt']) texts.push(element.getAttribute(name) ?? '');
    return texts;
  });
  return new Set(texts.map((text) => text.trim()).filter((text) => /\p{Letter}{2}/u.test(text) && !VALUE.test(text)));
}
