// What every test has: a newsroom, a place of its own for the configuration and the data, and a window on them. Whatever the
// window asks for elsewhere, writes into the console or opens as a dialog fails the test.

import { mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test as base, type BrowserContext, type Page, type Request } from '@playwright/test';

import { Chat } from './chat';
import { hear, PRESSED } from './pressed';
import { Host, Newsroom, type Outlet } from './programs';

export { expect } from '@playwright/test';

/** How a desk is set up. */
export interface Setting {
  outlets?: Pick<Outlet, 'name' | 'homepage'>[];
  /** Of the alerts and of the window; the best first. */
  languages?: string[];
  /** Between two looks, as the file has it. */
  interval?: string;
  /** The zone of the program's clocks; the browser's is given by `timezoneId`. */
  zone?: string;
  /** Who is asked whether this computer is online; whoever is usual, where it is not said. */
  probes?: string[];
}

export class Desk {
  readonly newsroom: Newsroom;
  readonly page: Page;
  /** What was wrong with the window, in words. */
  readonly wrongs: string[] = [];
  /** Whether it is meant that nobody answers. */
  silent = false;
  /** How many requests the program is meant to refuse. */
  refusals = 0;
  /** The controls that were pressed in a window of this desk, by their names. */
  readonly pressed = new Set<string>();
  readonly #home: string;
  readonly #context: BrowserContext;
  /** Who is told besides this desktop. */
  readonly chat: Chat;
  readonly #own: boolean;
  /** What was asked and refused, as it was asked. */
  readonly #refused: string[] = [];
  readonly #underWay = new Set<Request>();
  /** Where windows of this desk came from. */
  readonly #origins = new Set<string>();
  #host: Host | undefined;

  private constructor(newsroom: Newsroom, own: boolean, page: Page, home: string, chat: Chat) {
    this.newsroom = newsroom;
    this.#own = own;
    this.page = page;
    this.#home = home;
    this.#context = page.context();
    this.chat = chat;
    this.#context.on('page', (opened) => this.#listen(opened));
    this.#listen(page);
    this.#context.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (!this.#origins.has(origin) && protocol !== 'about:')
        this.wrongs.push(`asks for ${request.url().slice(0, 200)}`);
    });
  }

  /** A desk at this page; at the newsroom of another desk, if one is given. */
  static async open(page: Page, other?: Newsroom): Promise<Desk> {
    const home = await mkdtemp(join(tmpdir(), 'frontwatch-window-'));
    const chat = await Chat.open();
    const desk = new Desk(other ?? (await Newsroom.open(home)), other === undefined, page, home, chat);
    await hear(page.context(), (name) => desk.pressed.add(name));
    return desk;
  }

  get host(): Host {
    if (!this.#host) throw new Error('no window was opened');
    return this.#host;
  }

  /** Starts the watch with this setting, and opens the window. */
  async start(setting: Setting = {}): Promise<void> {
    await this.configure(this.#config(setting));
    this.#host = await Host.start(this.#home, setting.zone === undefined ? {} : { zone: setting.zone });
    this.#origins.add(this.#host.origin);
    await this.page.goto(this.#host.enter);
  }

  /** What stands in the configuration's file. */
  configuration(): Promise<string> {
    return readFile(join(this.#home, 'frontwatch.toml'), 'utf8');
  }

  /** The files that were saved for a person, as they were made. */
  async saved(): Promise<{ name: string; mode: number; text: string }[]> {
    const names = (await readdir(this.#home)).filter((name) => /^frontwatch-.*\.(backup|csv|opml|txt)$/.test(name));
    const file = async (name: string) => {
      const path = join(this.#home, name);
      return { name, mode: (await stat(path)).mode & 0o777, text: await readFile(path, 'utf8') };
    };
    return Promise.all(names.sort().map(file));
  }

  /** Writes the file, as an editor with a text editor does: it is replaced as a whole, so that the program never reads half. */
  async configure(text: string): Promise<void> {
    const beside = join(this.#home, '.frontwatch.toml~');
    await writeFile(beside, text);
    await rename(beside, join(this.#home, 'frontwatch.toml'));
  }

  /** Opens the window, and waits until every outlet is as it should be. */
  async quiet(setting: Setting): Promise<void> {
    await this.start(setting);
    await expect(this.page.locator('#top')).toHaveAttribute('data-standing', 'normal', { timeout: 60_000 });
  }

  /** The same desk with another setting, once all is quiet. */
  async again(setting: Setting): Promise<void> {
    await this.#leave();
    await this.host.stop();
    await this.quiet(setting);
    this.silent = false;
  }

  /** The program is gone, as after a crash. */
  async crash(): Promise<void> {
    this.silent = true;
    await this.host.kill();
  }

  /** It is started again where it was; a window of its own lets this browser in, and is closed. */
  async restart(): Promise<void> {
    this.#host = await Host.startAt(this.#home, Number(new URL(this.host.origin).port));
    const door = await this.#context.newPage();
    await door.goto(this.#host.enter);
    await door.close();
  }

  /** One more window on the same watch. */
  async another(): Promise<Page> {
    const page = await this.#context.newPage();
    await page.goto(this.host.origin);
    return page;
  }

  /** Waits until every question has its answer: what is asked of a demonstration that ends meanwhile is refused. */
  async answered(): Promise<void> {
    const questions = () => [...this.#underWay].filter((request) => request.method() === 'POST').length;
    await expect.poll(questions, { intervals: [20] }).toBe(0);
  }

  async close(): Promise<void> {
    await this.#leave();
    await this.#host?.stop();
    if (this.#own) await this.newsroom.close();
    this.chat.close();
    await rm(this.#home, { recursive: true, force: true });
    expect(this.wrongs).toEqual([]);
    expect(this.#refused.length, `refused: ${this.#refused.join('; ')}`).toBe(this.refusals);
  }

  /** Closes the windows before the program ends: what one of them asks meanwhile would be refused by a program that is ending. */
  async #leave(): Promise<void> {
    this.silent = true;
    await Promise.all(this.#context.pages().map((page) => page.goto('about:blank')));
  }

  #config({ outlets = [], languages = [], interval = '2s', probes }: Setting): string {
    const spoken = languages.length > 0 ? `languages = ${JSON.stringify(languages)}\n` : '';
    const asked = probes ? `probes = ${JSON.stringify(probes)}\n` : '';
    const watched = outlets.map(
      ({ name, homepage }) =>
        `[[outlet]]\nname = ${JSON.stringify(name)}\ngroup = "Demo Media Group"\nhomepage = "${homepage}"\n`,
    );
    const chat = `[[webhook]]\nname = "chat"\nurl = "${this.chat.address}"\n`;
    return [`[watching]\ninterval = "${interval}"\n${spoken}${asked}`, ...watched, chat].join('\n');
  }

  #listen(page: Page): void {
    page.on('dialog', (dialog) => {
      this.wrongs.push(`a dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('pageerror', (error) => this.wrongs.push(`an error: ${error.message}`));
    const ended = (request: Request) => this.#underWay.delete(request);
    page.on('request', (request) => this.#underWay.add(request));
    page.on('requestfinished', ended);
    page.on('requestfailed', ended);
    page.on('response', (response) => {
      if (response.status() === 422) this.#refused.push(response.request().postData() ?? response.url());
    });
    page.on('console', (line) => {
      // That nobody answers is written by the browser.
      const network = /net::ERR|Failed to load resource/.test(line.text());
      const refused = line.text().includes('status of 422');
      if (line.type() === 'error' && !refused && !(this.silent && network))
        this.wrongs.push(`the console: ${line.text()}`);
    });
  }
}

export const test = base.extend<{
  desk: Desk;
  /** Another desk at the same newsroom, in a browser of its own, for comparing. */
  english: Desk;
}>({
  desk: async ({ page }, use, testInfo) => {
    const desk = await Desk.open(page);
    await use(desk);
    testInfo.annotations.push({ type: PRESSED, description: [...desk.pressed].join(' ') });
    await desk.close();
  },
  english: async ({ browser, desk }, use) => {
    const context = await browser.newContext();
    const english = await Desk.open(await context.newPage(), desk.newsroom);
    await use(english);
    await english.close();
    await context.close();
  },
});
