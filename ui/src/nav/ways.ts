// Which pages can be gone to, and which of them a page lies within.

import type { Page } from '../route.svelte';

/** The pages in their order. A demonstration has outlets of its own, and nothing of it is kept. */
export function ways(demonstration: boolean): Page[] {
  return demonstration ? [{ at: 'now' }] : [{ at: 'now' }, { at: 'outlets' }, { at: 'history' }, { at: 'settings' }];
}

/** The page of the list that another page lies within: an incident in the one that it was come to from. */
export function within(page: Page['at'], fromHistory = false): Page['at'] {
  if (page === 'incident') return fromHistory ? 'history' : 'now';
  return page === 'outlet' ? 'outlets' : page;
}
