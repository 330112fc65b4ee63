// Which pages can be gone to, and which of them a page lies within.

import type { Page } from '../route.svelte';

/** The pages in their order. A demonstration has outlets of its own, and nothing of it is kept. */
export function ways(demonstration: boolean): Page[] {
  return demonstration ? [{ at: 'now' }] : [{ at: 'now' }, { at: 'outlets' }, { at: 'history' }, { at: 'settings' }];
}

/** The page of the list that another page lies within. */
export function within(page: Page['at']): Page['at'] {
  if (page === 'incident') return 'now';
  return page === 'outlet' ? 'outlets' : page;
}
