// Real processes: the newsroom on loopback, and the window's host with the engine behind it. Each listens on a free port, and
// is ended by its own handle.

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export const ROOT = resolve(fileURLToPath(new URL('../../..', import.meta.url)));
/** Where cargo puts programs. */
const BUILT = join(resolve(ROOT, process.env.CARGO_TARGET_DIR ?? 'target'), 'debug');
/** Where they are taken from: another folder, if one is named. */
const PROGRAMS = process.env.FRONTWATCH_PROGRAMS ?? BUILT;
/** How long a program may take to say where it is, and to end. In milliseconds. */
const PATIENCE = 60_000;

/** A program that was started here. */
export class Program {
  readonly #name: string;
  readonly #child: ChildProcess;
  readonly #lines: string[] = [];
  readonly #errors: string[] = [];
  readonly #exit: Promise<unknown>;
  #heard: (() => void) | undefined;

  /** `home` is where it finds no settings of whoever sits here; nor does it find their notifications. `zone` is that of its
      clocks; without one, this computer's. */
  constructor(name: string, args: string[], home: string, zone?: string) {
    const env = { ...process.env, HOME: home, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home, XDG_CACHE_HOME: home };
    this.#name = name;
    this.#child = spawn(join(PROGRAMS, name), args, {
      cwd: ROOT,
      env: {
        ...env,
        ...(zone && { TZ: zone }),
        DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent',
        NO_PROXY: '*',
        no_proxy: '*',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#exit = once(this.#child, 'exit').catch(() => undefined);
    this.#child.on('error', (error) => this.#errors.push(String(error)));
    this.#read(this.#child.stdout, this.#lines);
    this.#read(this.#child.stderr, this.#errors);
  }

  /** The first group of this pattern in the first line that has it, and the lines up to it. */
  async says(pattern: RegExp): Promise<{ found: string; lines: string[] }> {
    const until = Date.now() + PATIENCE;
    for (;;) {
      for (const [at, line] of this.#lines.entries()) {
        const found = pattern.exec(line)?.[1];
        if (found !== undefined) return { found, lines: this.#lines.slice(0, at) };
      }
      if (Date.now() > until || this.#child.exitCode !== null)
        throw new Error(`${this.#name} does not say ${pattern}: ${this.#errors.slice(-5).join('\n')}`);
      await new Promise<void>((wake) => {
        this.#heard = wake;
        setTimeout(wake, 100);
      });
    }
  }

  /** Asks it to end, and waits for it. */
  async stop(): Promise<void> {
    await this.#end('SIGTERM');
  }

  /** Ends it as a crash would. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Holds it for this many milliseconds, as a laptop does whose lid is closed; meanwhile something is done. */
  async hold(milliseconds: number, meanwhile: () => Promise<void>): Promise<void> {
    this.#child.kill('SIGSTOP');
    try {
      await meanwhile();
      await new Promise((awake) => setTimeout(awake, milliseconds));
    } finally {
      this.#child.kill('SIGCONT');
    }
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    if (this.#child.pid === undefined || this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    this.#child.kill(signal);
    const late = setTimeout(() => this.#child.kill('SIGKILL'), PATIENCE);
    await this.#exit;
    clearTimeout(late);
  }

  #read(stream: NodeJS.ReadableStream | null, into: string[]): void {
    if (!stream) return;
    createInterface({ input: stream }).on('line', (line) => {
      into.push(line);
      this.#heard?.();
    });
  }
}

/** An outlet of the newsroom. */
export interface Outlet {
  slug: string;
  name: string;
  homepage: string;
}

/** A newsroom that publishes and is attacked on command. */
export class Newsroom {
  readonly #program: Program;
  outlets: Outlet[] = [];
  #control = '';

  private constructor(program: Program) {
    this.#program = program;
  }

  static async open(home: string): Promise<Newsroom> {
    const args = ['--demo', '--port', '0', '--kb', '20'];
    const newsroom = new Newsroom(new Program('frontwatch-newsroom', args, home));
    const { found, lines } = await newsroom.#program.says(/^commands: (\S+)/);
    newsroom.#control = found;
    for (const line of lines) {
      const [, slug, homepage, name] = /^(\S+)\s+\S+\s+(\S+)\s+(.*)$/.exec(line) ?? [];
      if (slug && homepage && name) newsroom.outlets.push({ slug, homepage, name });
    }
    return newsroom;
  }

  /** The outlet at this place. */
  outlet(at: number): Outlet {
    const outlet = this.outlets[at];
    if (!outlet) throw new Error(`there is no outlet ${at}`);
    return outlet;
  }

  attack(outlet: Outlet, attack: string): Promise<void> {
    return this.#command(`attack?outlet=${outlet.slug}&attack=${attack}`);
  }

  /** Something goes wrong between an outlet and its readers. */
  fault(outlet: Outlet, fault: string): Promise<void> {
    return this.#command(`fault?outlet=${outlet.slug}&fault=${fault}`);
  }

  /** Takes back whatever is done to an outlet. */
  clear(outlet: Outlet): Promise<void> {
    return this.#command(`clear?outlet=${outlet.slug}`);
  }

  /** It answers nobody while this is done, and everybody who waited then. */
  still(meanwhile: () => Promise<void>): Promise<void> {
    return this.#program.hold(0, meanwhile);
  }

  close(): Promise<void> {
    return this.#program.stop();
  }

  async #command(command: string): Promise<void> {
    const answer = await fetch(this.#control + command, { method: 'POST' });
    if (!answer.ok) throw new Error(`${command}: ${await answer.text()}`);
  }
}

/** The host of a window: the engine with this configuration and this data, in a browser. */
export class Host {
  readonly #program: Program;
  /** Opens once. */
  readonly enter: string;

  private constructor(program: Program, enter: string) {
    this.#program = program;
    this.enter = enter;
  }

  static async start(home: string, { port = 0, zone }: { port?: number; zone?: string } = {}): Promise<Host> {
    const files = ['--config', join(home, 'frontwatch.toml'), '--data', join(home, 'data')];
    const args = [...files, '--dist', join(ROOT, 'ui/dist'), '--port', String(port)];
    const program = new Program('frontwatch-browser-host', args, home, zone);
    const { found } = await program.says(/^(http:\S+)$/);
    return new Host(program, found);
  }

  /** The same at this port, as soon as it is free: a connection of somebody else's may have it for a moment. */
  static async startAt(home: string, port: number): Promise<Host> {
    const until = Date.now() + PATIENCE;
    for (;;) {
      try {
        return await Host.start(home, { port });
      } catch (failure) {
        if (Date.now() > until) throw failure;
        await new Promise((again) => setTimeout(again, 500));
      }
    }
  }

  get origin(): string {
    return new URL(this.enter).origin;
  }

  stop(): Promise<void> {
    return this.#program.stop();
  }

  kill(): Promise<void> {
    return this.#program.kill();
  }

  /** It sleeps for this many milliseconds, while something happens elsewhere. */
  sleep(milliseconds: number, meanwhile: () => Promise<void>): Promise<void> {
    return this.#program.hold(milliseconds, meanwhile);
  }
}
