// What the window needs of the program around it. The desktop's shell and a browser each have a host of their own;
// nothing else in the window knows which of them it is in.

import type { Failure, Reply, Request, Shell, WatchId } from './types';

export interface Host {
  /** Asks the engine. Rejects with a {@link Failure}. */
  ask(request: Request): Promise<Reply>;
  /** What the program around the window can do. */
  shell(): Promise<Shell>;
  /** Starts Frontwatch at login, or no more. Rejects with a {@link Failure}. */
  setAutostart(on: boolean): Promise<Shell>;
  /** The incident that the window was opened for. Taken once: the next call gives null. */
  route(): Promise<string | null>;
  /** Something changed: the overview is to be asked for again. Gives what ends the listening. */
  onChanged(heard: () => void): Promise<() => void>;
  /** The window was asked to show an incident: `route` has it. */
  onRoute(heard: () => void): Promise<() => void>;
  /** Opens the page of a watch in the system's browser, where a window can. Rejects with a {@link Failure}. */
  openPage?(watch: WatchId): Promise<void>;
  /** Ends the program, where a window can; unless `sure`, it may ask first (`quitting` of the {@link Shell}). */
  quit?(sure: boolean): Promise<void>;
  /** The program goes on: the answer to that question. */
  stay?(): Promise<void>;
  /** What the program around the window can do has changed: there is no tray, for example. */
  onShell?(heard: () => void): Promise<() => void>;
  /** The connection to the program was lost and is there again: it may be another run of it. */
  onReconnected?(heard: () => void): Promise<() => void>;
}

/** What a rejection says, whatever was thrown. Without words of its own it says nothing: the window has some. */
export function asFailure(thrown: unknown): Failure {
  if (typeof thrown === 'object' && thrown !== null && 'code' in thrown && 'says' in thrown) {
    const { code, says } = thrown;
    if (typeof code === 'string' && typeof says === 'string') return { code, says };
  }
  return { code: 'host.failed', says: '' };
}
