// What was found of what has happened: the newest question's answer, whatever order the answers arrive in.

import type { Find, HistoryRow, Place } from '../host/types';
import type { Latest } from '../overview.svelte';
import type { Words } from '../words/words';

export class Found {
  rows = $state.raw<HistoryRow[]>([]);
  /** Where there is more; none where this is all. */
  next = $state.raw<Place | null>(null);
  /** Whether there was an answer. */
  known = $state(false);
  busy = $state(false);
  /** What went wrong, in words; empty while nothing has. */
  trouble = $state('');

  readonly #latest: Latest;
  readonly #words: Words;
  #asked = 0;
  #find: Omit<Find, 'after'> | null = null;

  constructor(latest: Latest, words: Words) {
    this.#latest = latest;
    this.#words = words;
  }

  /** Asks anew. */
  async ask(find: Omit<Find, 'after'>): Promise<void> {
    this.#find = find;
    await this.#ask({ ...find, after: null });
  }

  /** Asks for what follows, where there is more and nothing is under way. */
  async more(): Promise<void> {
    if (this.#find === null || this.next === null || this.busy) return;
    await this.#ask({ ...this.#find, after: this.next });
  }

  async #ask(find: Find): Promise<void> {
    const asked = ++this.#asked;
    this.busy = true;
    try {
      const reply = await this.#latest.ask({ ask: 'history', find });
      if (reply.is !== 'history' || asked !== this.#asked) return;
      this.rows = find.after === null ? reply.rows : [...this.rows, ...reply.rows];
      this.next = reply.next;
      this.known = true;
      this.trouble = '';
    } catch (thrown) {
      if (asked === this.#asked) this.trouble = this.#words.trouble(thrown);
    } finally {
      if (asked === this.#asked) this.busy = false;
    }
  }
}
