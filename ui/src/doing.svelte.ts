// Something that a person asked for: whether it is under way, and what went wrong.

import type { Words } from './words/words';

export class Doing {
  busy = $state(false);
  /** What went wrong, in words; empty while nothing has. */
  trouble = $state('');

  readonly #words: Words;
  #again = false;

  constructor(words: Words) {
    this.#words = words;
  }

  /** Does it, unless it is under way already. Gives whether it was done. */
  async run(deed: () => Promise<unknown>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.trouble = '';
    try {
      await deed();
      return true;
    } catch (thrown) {
      this.trouble = this.#words.trouble(thrown);
      return false;
    } finally {
      this.busy = false;
    }
  }

  /** Does it; where it is under way, once more after that: the answer that comes may not know yet what was done since. */
  async renew(deed: () => Promise<unknown>): Promise<void> {
    this.#again = this.busy;
    if (this.#again) return;
    do {
      this.#again = false;
      await this.run(deed);
    } while (this.#again);
  }
}
