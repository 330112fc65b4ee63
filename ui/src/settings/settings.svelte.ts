// What the configuration says besides its outlets, and changing it.

import { untrack } from 'svelte';
import { SvelteSet } from 'svelte/reactivity';

import type { Latest } from '../overview.svelte';
import type { Change, Fault, Setting, SettingsView } from '../host/types';
import type { Words } from '../words/words';

export class Settings {
  /** As the file has it; none before it was asked for. */
  view = $state.raw<SettingsView | null>(null);
  /** Why it could not be asked for; empty while it could. */
  trouble = $state('');

  /** The forms that hold what is not saved. */
  readonly #filled = new SvelteSet<symbol>();
  readonly #latest: Latest;
  readonly #words: Words;
  /** An answer to an earlier question never undoes a later one's. */
  #asked = 0;
  #taken = 0;

  constructor(latest: Latest, words: Words) {
    this.#latest = latest;
    this.#words = words;
  }

  /** Whether something was filled in that is not saved. */
  get unsaved(): boolean {
    return this.#filled.size > 0;
  }

  /** A form holds something that is not saved, for as long as this is so. Called as a component is made. */
  filling(unsaved: () => boolean): void {
    const form = Symbol();
    $effect(() => {
      if (!unsaved()) return;
      untrack(() => this.#filled.add(form));
      return () => this.#filled.delete(form);
    });
  }

  /** Asks for it anew. What is being filled in stays. */
  async load(): Promise<void> {
    const asked = ++this.#asked;
    try {
      const reply = await this.#latest.ask({ ask: 'settings' });
      if (reply.is === 'settings') this.#take(reply, asked);
    } catch (thrown) {
      this.trouble = this.#words.trouble(thrown);
    }
  }

  /** Changes it. Gives what is wrong; nothing, if it is written. */
  async change(change: Change): Promise<Fault[]> {
    const asked = ++this.#asked;
    try {
      const reply = await this.#latest.ask({ ask: 'change', change });
      if (reply.is === 'not_changed') return reply.faults;
      if (reply.is === 'settings') this.#take(reply, asked);
      return [];
    } catch (thrown) {
      return [{ field: '', line: null, says: this.#words.trouble(thrown) }];
    }
  }

  /** What is written of a setting: its lines; none where nothing is. */
  written(setting: Setting): string[] | null {
    return this.view?.values.find((value) => value.setting === setting)?.texts ?? null;
  }

  /** What holds where nothing is written. */
  usual(setting: Setting): string[] {
    return this.view?.values.find((value) => value.setting === setting)?.usual ?? [];
  }

  #take(view: SettingsView, asked: number): void {
    if (asked < this.#taken) return;
    this.#taken = asked;
    this.trouble = '';
    this.view = view;
  }
}

/** The lines that a person typed, without the empty ones. */
export function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
