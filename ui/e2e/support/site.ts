// A front page on loopback whose words can be set: for what no newsroom would write.

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export class Site {
  readonly #server: Server;
  /** HTML of the title, and of the headings. */
  title = 'The Harbour Gazette';
  heading = 'News from the harbour';
  /** HTML after the stories, and the text of the part `#tide`. */
  extra = '';
  tide = 'High water at 14:02';
  /** How its closed door answers, at `/admin/`. */
  door = 403;

  private constructor() {
    this.#server = createServer(({ url }, response) => {
      response
        .writeHead(url === '/admin/' ? this.door : 200, { 'content-type': 'text/html; charset=utf-8' })
        .end(this.#page());
    });
  }

  static async open(): Promise<Site> {
    const site = new Site();
    await new Promise<void>((listening) => site.#server.listen(0, '127.0.0.1', listening));
    return site;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  #page(): string {
    const story = (n: number) =>
      `<article><h3><a href="/story/${n}">The council weighs plan number ${n} for the old harbour</a></h3>` +
      `<p>Residents of the quarter were heard on Tuesday about the ${n}th proposal.</p></article>`;
    return (
      `<!DOCTYPE html><html lang="en"><head><title>${this.title}</title></head><body><header><a href="/"><img ` +
      `src="/logo.png" alt="The Harbour Gazette"></a><nav><a href="/news">News</a><a href="/sport">Sport</a></nav>` +
      `</header><main><h1>${this.heading}</h1>${Array.from({ length: 30 }, (_, n) => story(n)).join('')}<p id="tide">${this.tide}</p>` +
      `${this.extra}</main>` +
      `<footer><a href="/about">About us</a></footer></body></html>`
    );
  }
}
