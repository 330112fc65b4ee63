// What was found of what has happened: the newest question's answer, whatever order the answers arrive in. Can be renewed
// while things happen, without losing what was already asked for further down.

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
  /** Something happened since the latest answer. */
  #stale = false;
  #renewing = false;

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

  /** Something happened: asks for the first rows again. What a person asks for meanwhile comes first. */
  async renew(): Promise<void> {
    this.#stale = true;
    if (this.#find === null || this.#renewing) return;
    this.#renewing = true;
    try {
      while (this.#stale && !this.busy) {
        this.#stale = false;
        await this.#again({ ...this.#find, after: null });
      }
    } finally {
      this.#renewing = false;
    }
  }

  async #again(find: Find): Promise<void> {
    const asked = this.#asked;
    try {
      const reply = await this.#latest.ask({ ask: 'history', find });
      if (reply.is !== 'history') return;
      // Something else was asked for since: this answer does not fit to what is there now.
      if (asked !== this.#asked) this.#stale = true;
      else this.#merge(reply.rows, reply.next);
    } catch (thrown) {
      if (asked === this.#asked) this.trouble = this.#words.trouble(thrown);
    }
  }

  /** The first rows as they are now, and after them what was there after the last of them before. */
  #merge(first: HistoryRow[], next: Place | null): void {
    const now = new Set(first.map(({ incident }) => incident));
    const last = this.rows.findLastIndex(({ incident }) => now.has(incident));
    // Where there are no more, or none of them is known yet, nothing that was there can follow them without a gap.
    const rest = next === null || last < 0 ? [] : this.rows.slice(last + 1);
    if (rest.length === 0) this.next = next;
    this.rows = [...first, ...rest];
    this.known = true;
    this.trouble = '';
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
      if (asked === this.#asked) {
        this.busy = false;
        if (this.#stale) void this.renew();
      }
    }
  }
}
