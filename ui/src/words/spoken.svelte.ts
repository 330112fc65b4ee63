// The window's words as they are now: whatever is shown is said anew when the language is another. The window is there before
// its words are: nothing is said until they come, or for as long as nobody can be expected to wait for them; then English.

import type { Host } from '../host/host';
import { words, type Say, type Words } from './words';

/** How long the window waits for its words before it speaks English, in milliseconds. */
const PATIENCE = 3000;

export class Spoken implements Words {
  #now: Words = $state.raw(words([]));
  /** Whether there is something to say it with. */
  known = $state(false);
  /** Whether it is what the program gave. */
  #given = false;
  #asking = 0;

  /** Without words they are still to come. */
  constructor(now?: Words) {
    if (now) this.#take(now);
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

  /** Asks for the first words. Gives what ends the waiting. */
  begin(host: Host): () => void {
    if (this.known) return () => {};
    const speak = () => (this.known = true);
    const silence = setTimeout(speak, PATIENCE);
    const stop = () => clearTimeout(silence);
    void this.renew(host).then(speak).finally(stop);
    return stop;
  }

  /** Asks for the words anew: the language may be another. Where nobody answers, they stay. */
  async renew(host: Host): Promise<void> {
    this.#asking += 1;
    const reply = await host.ask({ ask: 'texts' }).catch(() => null);
    this.#asking -= 1;
    if (reply?.is === 'texts') this.#take(words(reply.languages));
  }

  /** The program answers: where it did not when it was asked for the words, it is asked once more. */
  answered(host: Host): void {
    if (!this.#given && this.#asking === 0) void this.renew(host);
  }

  #take(now: Words): void {
    this.#now = now;
    this.known = true;
    this.#given = true;
  }
}
