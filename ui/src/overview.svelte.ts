// How everything stands, as the window knows it: always the newest version, whatever order the answers arrive in. Knows
// when the program behind the window no longer answers, and has the clock that "12 s ago" is read from.

import { asFailure, type Host } from './host/host';
import type { Failure, Overview, Reply, Request } from './host/types';

/** The shortest time between two requests for the overview, in milliseconds. */
const APART = 250;
/** After this time without an answer the program counts as gone, in milliseconds. */
const PATIENCE = 10_000;
/** What looks at a site, asks a far end or a keychain, or starts a newsroom, may take longer, in milliseconds. */
const LONG_PATIENCE = 60_000;
/** A backup is as large as what was kept: it is written, read again and packed. In milliseconds. */
const BACKUP_PATIENCE = 5 * 60_000;
const LONG: Request['ask'][] = [
  'propose',
  'probe',
  'add',
  'add_list',
  'report',
  'send_test',
  'change',
  'start_demonstration',
  'end_demonstration',
];
/** Asked for at least this often, should an event get lost; more often while nobody answers. In milliseconds. */
const ANYWAY = 15_000;
const ANYWAY_LOST = 3_000;

const SILENT: Failure = { code: 'host.silent', says: '' };

export class Latest {
  /** The newest overview; none before the first. */
  overview = $state.raw<Overview | null>(null);
  /** Why the window knows nothing now; none while it does. */
  lost = $state.raw<Failure | null>(null);
  /** Milliseconds since the epoch, each second. */
  now = $state(Date.now());

  readonly #host: Host;
  /** Requests are numbered, so that an answer to an earlier one never undoes a later one's. */
  #sent = 0;
  #taken = 0;
  /** Another run of the program may answer: its versions begin anew. */
  #anew = true;
  #wanted = false;
  /** Whether the latest request for the overview failed. */
  #failed = false;
  #underWay = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #began = 0;
  #waiting: (() => void)[] = [];

  constructor(host: Host) {
    this.#host = host;
  }

  /** Begins to ask and to listen. Gives what ends it. */
  start(): () => void {
    const ends: Promise<() => void>[] = [this.#host.onChanged(() => this.#hear())];
    const reconnected = this.#host.onReconnected?.(() => {
      this.#anew = true;
      this.#hear();
    });
    if (reconnected) ends.push(reconnected);
    const clock = setInterval(() => this.#tick(), 1000);
    const seen = () => this.#tick();
    document.addEventListener('visibilitychange', seen);
    this.#hear();
    return () => {
      for (const end of ends) void end.then((stop) => stop());
      clearInterval(clock);
      clearTimeout(this.#timer);
      document.removeEventListener('visibilitychange', seen);
    };
  }

  /** Asks the program, and takes its overview. Rejects with a failure. */
  async ask(request: Request): Promise<Reply> {
    const sent = ++this.#sent;
    const reply = await within(patience(request.ask), this.#host.ask(request));
    if (reply.is === 'overview') this.#take(reply, sent);
    return reply;
  }

  /** Resolves when an overview that was asked for after this call is there, or could not be had. */
  fresh(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.#hear();
    });
  }

  #tick(): void {
    if (document.hidden) return;
    this.now = Date.now();
    const since = this.now - this.#began;
    if (since < 0 || since >= (this.lost ? ANYWAY_LOST : ANYWAY)) this.#hear();
  }

  /** Many words that something changed become one request. */
  #hear(): void {
    this.#wanted = true;
    if (this.#underWay || this.#timer !== undefined) return;
    const passed = Date.now() - this.#began;
    const wait = passed >= 0 && passed < APART ? APART - passed : 0;
    this.#timer = setTimeout(() => void this.#refresh(), wait);
  }

  async #refresh(): Promise<void> {
    this.#timer = undefined;
    this.#wanted = false;
    this.#underWay = true;
    this.#began = Date.now();
    const waiting = this.#waiting.splice(0);
    try {
      await this.ask({ ask: 'overview' });
      this.#failed = false;
    } catch (thrown) {
      // One that fails may have come in the middle of a change: only the second in a row takes the page away.
      if (this.#failed || this.overview === null) this.lost = asFailure(thrown);
      else this.#wanted = true;
      this.#failed = true;
      this.#anew = true;
    } finally {
      this.#underWay = false;
      for (const resolve of waiting) resolve();
      if (this.#wanted) this.#hear();
    }
  }

  #take(overview: Overview, sent: number): void {
    const before = this.overview;
    const another = this.#anew || before === null || before.demonstration !== overview.demonstration;
    if (another ? sent < this.#taken : overview.version < before.version) return;
    this.#anew = false;
    this.#taken = Math.max(sent, this.#taken);
    this.now = Date.now();
    this.lost = null;
    this.overview = overview;
  }
}

function patience(ask: Request['ask']): number {
  if (ask === 'save_backup') return BACKUP_PATIENCE;
  return LONG.includes(ask) ? LONG_PATIENCE : PATIENCE;
}

function within<T>(patience: number, answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const silence = setTimeout(reject, patience, SILENT);
    void answer.then(resolve, reject).finally(() => clearTimeout(silence));
  });
}
