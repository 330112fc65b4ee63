// Which outlets stand on the everyday page, and which are found by a search.

import type { OutletView, Standing } from '../host/types';

/** The most outlets that stand on the everyday page. */
export const MOST = 12;

export interface Few {
  shown: OutletView[];
  /** How many are as they should be and not shown. */
  well: number;
  /** How many are not and are not shown either. */
  others: number;
}

/** All where they are few; else those that are not as they should be, worst first, at most a dozen. One that has just been
 * added is among them. */
export function few(outlets: OutletView[], added: string | null): Few {
  if (outlets.length <= MOST) return { shown: outlets, well: 0, others: 0 };
  const isWell = ({ standing, pause, name }: OutletView) => standing === 'normal' && !pause && name !== added;
  const troubled = outlets.filter((outlet) => !isWell(outlet));
  const ranked = [...troubled].sort((a, b) => rank(b, added) - rank(a, added)).slice(0, MOST);
  const shown = outlets.filter((outlet) => ranked.includes(outlet));
  return { shown, well: outlets.length - troubled.length, others: troubled.length - shown.length };
}

const ORDER: Standing[] = ['normal', 'paused', 'learning', 'suspect', 'unseen', 'offline', 'alarm'];

function rank({ standing, name }: OutletView, added: string | null): number {
  return name === added ? ORDER.length : ORDER.indexOf(standing);
}

/** Those that a person looks for: by name, group or address, and by how they stand. */
export function sought(outlets: OutletView[], text: string, standing: Standing | ''): OutletView[] {
  const wanted = text.trim().toLowerCase();
  const has = (part: string | null) => part?.toLowerCase().includes(wanted) ?? false;
  return outlets.filter((outlet) => {
    const paused = standing === 'paused' && outlet.pause !== null;
    if (standing !== '' && outlet.standing !== standing && !paused) return false;
    return has(outlet.name) || has(outlet.group) || outlet.watches.some(({ address }) => has(address));
  });
}
