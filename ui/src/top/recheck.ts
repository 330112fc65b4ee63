// Where a re-check is: under way, told for a while, or old.

import type { RecheckView } from '../host/types';

/** How long after it was asked for its outcome is shown, in milliseconds. */
const TOLD = 30_000;
/** A re-check that has come to nothing for this long blocks no button any more, in milliseconds. */
const STUCK = 180_000;

export type Phase = 'none' | 'running' | 'told';

export function phase(recheck: RecheckView | null, now: number): Phase {
  if (!recheck) return 'none';
  const passed = now - Date.parse(recheck.asked);
  if (recheck.outcome === null) return passed < STUCK ? 'running' : 'none';
  return passed < TOLD ? 'told' : 'none';
}
