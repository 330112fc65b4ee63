// Somebody who is told, as a chat is: says yes to everything, and keeps what was said.

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export class Chat {
  readonly #server: Server;
  /** What was said, and at which path. */
  readonly heard: { path: string; words: string }[] = [];

  private constructor() {
    this.#server = createServer((request, response) => {
      let words = '';
      request.setEncoding('utf8').on('data', (part: string) => (words += part));
      request.on('end', () => {
        this.heard.push({ path: request.url ?? '', words });
        response.writeHead(204).end();
      });
    });
  }

  static async open(): Promise<Chat> {
    const chat = new Chat();
    await new Promise<void>((listening) => chat.#server.listen(0, '127.0.0.1', listening));
    return chat;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}
