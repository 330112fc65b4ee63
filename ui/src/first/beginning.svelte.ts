// The first run: which of its steps a person is at. The first is the page that greets them; the others stand above the everyday
// page until they are done or skipped, also in the next window. Where the first is skipped, they wait for an outlet.

/** The steps after the first. */
export type Step = 'look' | 'alerts' | 'login';
const STEPS: Step[] = ['look', 'alerts', 'login'];
/** How many there are, with the first. */
export const ALL = STEPS.length + 1;
const KEY = 'first-run';

interface Kept {
  step: Step;
  outlet: string;
}

function kept(): Kept | null {
  try {
    const known = JSON.parse(localStorage.getItem(KEY) ?? 'null') as Partial<Kept> | null;
    const step = STEPS.find((step) => step === known?.step);
    return step && typeof known?.outlet === 'string' ? { step, outlet: known.outlet } : null;
  } catch {
    return null;
  }
}

export class Beginning {
  /** Where it is; none where it has not begun, or is over. */
  at = $state.raw<Kept | null>(kept());

  /** Whether the first step was skipped, in this window: the ordinary pages are shown with nothing on them. */
  skipped = $state(false);

  /** The number of the step, from 1. */
  number = $derived(this.at ? STEPS.indexOf(this.at.step) + 2 : 1);

  /** The first outlet is watched. */
  begin(outlet: string): void {
    this.skipped = false;
    this.#keep({ step: 'look', outlet });
  }

  /** A step is done, or skipped. */
  next(): void {
    const next = this.at && STEPS[STEPS.indexOf(this.at.step) + 1];
    this.#keep(next && this.at ? { ...this.at, step: next } : null);
  }

  /** Whatever is left is skipped. */
  end(): void {
    this.#keep(null);
  }

  #keep(at: Kept | null): void {
    this.at = at;
    try {
      if (at) localStorage.setItem(KEY, JSON.stringify(at));
      else localStorage.removeItem(KEY);
    } catch {
      // Without a place to keep it, it ends with this window.
    }
  }
}
