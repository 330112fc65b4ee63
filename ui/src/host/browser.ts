// A browser: the engine answers on the address that the page came from.

import type { Host } from './host';
import type { Failure, Reply, Shell } from './types';

/** Nobody answered. It has no words: the window has some for this. */
const UNREACHABLE: Failure = { code: 'host.unreachable', says: '' };

async function json(address: string, init?: RequestInit): Promise<unknown> {
  let response: Response;
  let body: unknown;
  try {
    response = await fetch(address, init);
    body = await response.json();
  } catch {
    throw UNREACHABLE;
  }
  if (!response.ok) throw body;
  return body;
}

export function browser(): Host {
  let events: EventSource | undefined;
  const source = () => (events ??= new EventSource('/events'));
  const on = (target: EventTarget, name: string, heard: () => void) => {
    target.addEventListener(name, heard);
    return Promise.resolve(() => target.removeEventListener(name, heard));
  };

  return {
    async ask(request) {
      const headers = { 'content-type': 'application/json' };
      return (await json('/ask', { method: 'POST', headers, body: JSON.stringify(request) })) as Reply;
    },
    async shell() {
      return (await json('/shell')) as Shell;
    },
    setAutostart() {
      return Promise.reject({ code: 'autostart.none', says: '' } satisfies Failure);
    },
    route() {
      const incident = new URLSearchParams(location.hash.slice(1)).get('incident');
      if (incident !== null) history.replaceState(null, '', location.pathname + location.search);
      return Promise.resolve(incident);
    },
    async onChanged(heard) {
      // That the connection broke, too: perhaps nobody answers any more.
      const ends = await Promise.all([on(source(), 'changed', heard), on(source(), 'error', heard)]);
      return () => ends.forEach((end) => end());
    },
    onRoute: (heard) => on(window, 'hashchange', heard),
    onReconnected(heard) {
      let lost = false;
      const failed = () => (lost = true);
      source().addEventListener('error', failed);
      return on(source(), 'open', () => {
        if (lost) heard();
        lost = false;
      });
    },
  };
}
