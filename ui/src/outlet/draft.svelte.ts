// An outlet as somebody changes it. What they did not touch follows the file; what they typed is never lost to it.

import type { AdminDraft, AdminView, Expect, OutletDetails, OutletDraft } from '../host/types';
import { lines } from '../settings/settings.svelte';

/** The fields of an outlet, as they are typed: lists have a line for each. */
interface Fields {
  name: string;
  group: string;
  homepages: string;
  feed: string;
  pinned: string;
}

/** An admin endpoint, as it is typed. */
export interface Endpoint {
  /** Names it among the others of the form. */
  key: number;
  /** Its address in the file; none: it is new. */
  was: string | null;
  url: string;
  expect: Expect;
  values: string;
  credential: string;
  /** It is taken out of the file when the form is saved. */
  gone: boolean;
}

/** What is being changed of each outlet, whatever page is shown meanwhile. */
export class Drafts {
  readonly #drafts = new Map<string, Draft>();

  /** The one of an outlet. */
  of(outlet: string): Draft {
    const draft = this.#drafts.get(outlet) ?? new Draft();
    this.#drafts.set(outlet, draft);
    return draft;
  }
}

export class Draft {
  /** The form is open. */
  open = $state(false);
  fields = $state<Fields>({ name: '', group: '', homepages: '', feed: '', pinned: '' });
  endpoints = $state<Endpoint[]>([]);
  /** The file says something else by now where somebody typed. */
  overtaken = $state(false);

  #file: OutletDetails | null = null;
  #keys = 0;
  /** The endpoints of the latest request, in its order. */
  #sent: number[] = [];

  /** Begins with what the file says. */
  begin(details: OutletDetails): void {
    this.fields = fields(details);
    this.endpoints = details.admin.map((admin) => this.#endpoint(admin));
    this.overtaken = false;
    this.#file = details;
  }

  /** The file may say something else now. */
  follow(details: OutletDetails): void {
    if (this.#file === null || this.#file === details) return;
    const [before, after] = [fields(this.#file), fields(details)];
    for (const field of Object.keys(after) as (keyof Fields)[]) {
      if (this.fields[field] === before[field]) this.fields[field] = after[field];
      else if (before[field] !== after[field]) this.overtaken = true;
    }
    const known = this.#file.admin;
    this.#file = details;
    this.endpoints = this.endpoints.flatMap((endpoint) => this.#followed(endpoint, known, details.admin));
    const there = this.endpoints.map(({ was }) => was);
    const come = details.admin.filter(({ url }) => !there.includes(url));
    this.endpoints.push(...come.map((admin) => this.#endpoint(admin)));
  }

  add(): void {
    this.endpoints.push({ ...this.#endpoint({ url: '', expect: 'login', values: [], credential: null }), was: null });
  }

  /** Takes an endpoint out; one that is in the file can be kept until the form is saved. */
  drop(endpoint: Endpoint): void {
    if (endpoint.was === null) this.endpoints = this.endpoints.filter(({ key }) => key !== endpoint.key);
    else endpoint.gone = true;
  }

  /** What is to be written. */
  request(): OutletDraft {
    const { name, group, homepages, feed, pinned } = this.fields;
    const said = (text: string) => text.trim() || null;
    const wanted = this.endpoints.filter((endpoint) => !endpoint.gone && !this.#untouched(endpoint));
    this.#sent = wanted.map(({ key }) => key);
    const gone = this.endpoints.flatMap(({ was, gone }) => (gone && was !== null ? [was] : []));
    return {
      name: name.trim(),
      group: said(group),
      homepages: lines(homepages),
      feed: said(feed),
      pinned: lines(pinned),
      admin: wanted.map(typed),
      gone,
    };
  }

  /** The place of an endpoint in the latest request; below 0 where it was not in it. */
  place({ key }: Endpoint): number {
    return this.#sent.indexOf(key);
  }

  #followed(endpoint: Endpoint, before: AdminView[], after: AdminView[]): Endpoint[] {
    if (endpoint.was === null) return [endpoint];
    const of = (all: AdminView[]) => all.find(({ url }) => url === endpoint.was);
    const [was, is] = [of(before), of(after)];
    if (same(was, is)) return [endpoint];
    if (endpoint.gone || (was && same(was, view(endpoint)))) {
      return is ? [{ ...this.#endpoint(is), key: endpoint.key, gone: endpoint.gone }] : [];
    }
    this.overtaken = true;
    return [is ? endpoint : { ...endpoint, was: null }];
  }

  #untouched(endpoint: Endpoint): boolean {
    return endpoint.was !== null && this.#file?.admin.some((admin) => same(admin, view(endpoint))) === true;
  }

  #endpoint({ url, expect, values, credential }: AdminView): Endpoint {
    const key = this.#keys++;
    return { key, was: url, url, expect, values: values.join('\n'), credential: credential ?? '', gone: false };
  }
}

function fields({ outlet, group, homepages, feed, pinned }: OutletDetails): Fields {
  const [pages, stories] = [homepages, pinned].map((list) => list.join('\n'));
  return { name: outlet, group: group ?? '', homepages: pages ?? '', feed: feed ?? '', pinned: stories ?? '' };
}

/** An endpoint as the file would have it. */
function view({ url, expect, values, credential }: Endpoint): AdminView {
  return { url, expect, values: lines(values), credential: credential.trim() || null };
}

function typed(endpoint: Endpoint): AdminDraft {
  return { was: endpoint.was, ...view(endpoint) };
}

function same(one: AdminView | undefined, other: AdminView | undefined): boolean {
  return JSON.stringify(one && ordered(one)) === JSON.stringify(other && ordered(other));
}

const ordered = ({ url, expect, values, credential }: AdminView) => [url, expect, values, credential];
