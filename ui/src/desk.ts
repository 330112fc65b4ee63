// What every part of the window works with.

import { getContext } from 'svelte';

import type { Host } from './host/host';
import { Drafts } from './outlet/draft.svelte';
import { Latest } from './overview.svelte';
import { Route } from './route.svelte';
import { Spoken } from './words/spoken.svelte';
import type { Words } from './words/words';

export interface Desk {
  drafts: Drafts;
  host: Host;
  latest: Latest;
  route: Route;
  words: Spoken;
}

/** Without words they are still to come. */
export function desk(host: Host, words?: Words): Desk {
  const latest = new Latest(host);
  return { drafts: new Drafts(), host, latest, route: new Route(host, latest), words: new Spoken(words) };
}

/** The context that the window is mounted in. */
export function context(desk: Desk): Map<string, Desk> {
  return new Map([['desk', desk]]);
}

/** The desk, for a component. */
export function useDesk(): Desk {
  return getContext<Desk>('desk');
}
