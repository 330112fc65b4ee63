// The window's words as they are now: whatever is shown is said anew when the language is another.

import type { Host } from '../host/host';
import { words, type Say, type Words } from './words';

export class Spoken implements Words {
  #now: Words = $state.raw(words([]));

  constructor(now: Words) {
    this.#now = now;
  }

  get language(): string {
    return this.#now.language;
  }

  readonly say: Say = (id, args) => {
    const { say: spoken } = this.#now;
    return spoken(id, args);
  };

  trouble(thrown: unknown): string {
    return this.#now.trouble(thrown);
  }

  /** Asks for the words anew: the language may be another. Where nobody answers, they stay. */
  async renew(host: Host): Promise<void> {
    const reply = await host.ask({ ask: 'texts' }).catch(() => null);
    if (reply?.is === 'texts') this.#now = words(reply.languages);
  }
}
