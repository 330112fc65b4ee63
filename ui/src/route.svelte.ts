// The incident that the window was opened for: by a notification, or by an address.

import type { Host } from './host/host';
import type { Overview } from './host/types';
import type { Latest } from './overview.svelte';

export class Route {
  /** The incident; none where nobody asked for one. */
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

  /** Shows an incident that the window knows of. */
  show(incident: string): void {
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
