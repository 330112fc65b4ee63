// Where the window is: which page it shows, and the incident that it was opened for, by a notification or by an address.

import type { Host } from './host/host';
import type { Find, Overview } from './host/types';
import type { Latest } from './overview.svelte';

/** What was searched for in the history. */
export type Sought = Omit<Find, 'after'>;

/** A page of the window. The everyday one is `now`. */
export type Page =
  | { at: 'now' }
  | { at: 'incident'; incident: string }
  | { at: 'outlets' }
  | { at: 'outlet'; outlet: string }
  | { at: 'history'; sought?: Sought }
  | { at: 'settings' };

const NOW: Page = { at: 'now' };

export class Route {
  /** The page. */
  page = $state.raw<Page>(NOW);
  /** The history as it was searched, where the incident that is shown was come to from it. */
  origin = $state.raw<Extract<Page, { at: 'history' }> | null>(null);
  /** Grows each time somebody goes to a page: its heading takes the keyboard then. */
  gone = $state(0);
  /** The incident that stands out on the page `now`; none where nobody asked for one. */
  incident = $state.raw<string | null>(null);
  /** Grows each time one is asked for, also for the same one. */
  asked = $state(0);

  readonly #host: Host;
  readonly #latest: Latest;

  constructor(host: Host, latest: Latest) {
    this.#host = host;
    this.#latest = latest;
  }

  /** Begins to listen. Gives what ends it. */
  start(): () => void {
    const end = this.#host.onRoute(() => void this.#follow());
    void this.#follow();
    return () => void end.then((stop) => stop());
  }

  /** Goes to a page. */
  go(page: Page): void {
    if (page.at !== 'incident') this.origin = null;
    else if (this.page.at === 'history') this.origin = this.page;
    this.page = page;
    this.gone += 1;
  }

  /** This was searched for in the history, which is shown. */
  sought(sought: Sought): void {
    if (this.page.at === 'history') this.page = { at: 'history', sought };
  }

  /** Shows an incident that the window knows of. */
  show(incident: string): void {
    this.page = NOW;
    this.origin = null;
    this.incident = incident;
    this.asked += 1;
  }

  /** The window shows nothing in particular any more. */
  leave(): void {
    this.incident = null;
  }

  /** Its anomaly; none where there is none any more. */
  selected(overview: Overview | null) {
    if (this.incident === null) return null;
    return overview?.anomalies.find((anomaly) => anomaly.incident === this.incident) ?? null;
  }

  async #follow(): Promise<void> {
    const incident = await this.#host.route().catch(() => null);
    if (incident === null) return;
    // What the window was opened for may be newer than what it knows.
    await this.#latest.fresh();
    this.show(incident);
  }
}
