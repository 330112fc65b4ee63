// What is known of one outlet, asked for again as often as something new is to be known.

import { Doing } from '../doing.svelte';
import type { OutletDetails } from '../host/types';
import type { Latest } from '../overview.svelte';
import type { Words } from '../words/words';

export class Details {
  readonly #latest: Latest;
  readonly #asking: Doing;
  #known = $state.raw<OutletDetails | null>(null);
  /** The outlet to ask for next; none where nothing new is to be known. */
  #wanted: string | null = null;

  constructor(latest: Latest, words: Words) {
    this.#latest = latest;
    this.#asking = new Doing(words);
  }

  /** What went wrong, in words; empty while nothing has. */
  get trouble(): string {
    return this.#asking.trouble;
  }

  /** What is known of an outlet; none before it is. */
  of(outlet: string): OutletDetails | null {
    return this.#known?.outlet === outlet ? this.#known : null;
  }

  async ask(outlet: string): Promise<void> {
    this.#wanted = outlet;
    while (this.#wanted !== null && !this.#asking.busy) {
      const wanted = this.#wanted;
      this.#wanted = null;
      await this.#asking.run(async () => {
        const reply = await this.#latest.ask({ ask: 'outlet', outlet: wanted });
        if (reply.is === 'outlet') this.#known = reply;
      });
    }
  }
}
