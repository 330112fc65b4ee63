// The keyboard never loses its place. What it was on may go, fold away, or wait for an answer: browsers leave it nowhere then, and
// whoever works without a mouse begins at the top again. Whoever knows a better place gives it that; this is for all the others.

const PRESSED = 'button, input, select, textarea, summary, [tabindex="-1"]';

interface Left {
  /** What the keyboard was on. */
  at: HTMLElement;
  /** What that stood in, the innermost first. */
  within: HTMLElement[];
  /** What came before it, the nearest first. */
  before: HTMLElement[];
  /** Whether it could not be pressed for a while: it waited for an answer. */
  waited: boolean;
}

/** Gives the keyboard a place in this document whenever it has lost it. Returns what ends that. */
export function held(root: Document): () => void {
  let left: Left | null = null;
  let due: ReturnType<typeof setTimeout> | undefined;

  const came = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement)) return;
    const within: HTMLElement[] = [];
    for (let up = target.parentElement; up && up !== root.body; up = up.parentElement) within.push(up);
    const follows = (one: Element) => (target.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_PRECEDING) === 0;
    const all = [...root.querySelectorAll<HTMLElement>(PRESSED)];
    left = { at: target, within, before: all.filter((one) => !follows(one)).reverse(), waited: false };
  };
  const soon = () => {
    clearTimeout(due);
    due = setTimeout(settle);
  };
  /** After whoever knows a better place. */
  const settle = () => {
    if (left === null || root.activeElement !== root.body) return;
    const { at, waited } = left;
    const there = at.isConnected && shown(at);
    if (there && at.matches(':disabled')) left.waited = true;
    else if (there && !waited)
      left = null; // Somebody took it elsewhere.
    else place(root, left)?.focus();
  };

  const changes = new MutationObserver(() => {
    if (left?.at.matches(':disabled')) left.waited = true;
    if (left !== null && root.activeElement === root.body) soon();
  });
  changes.observe(root.body, { childList: true, subtree: true, attributeFilter: ['disabled', 'hidden', 'open'] });
  root.addEventListener('focusin', came);
  root.addEventListener('focusout', soon);
  return () => {
    clearTimeout(due);
    changes.disconnect();
    root.removeEventListener('focusin', came);
    root.removeEventListener('focusout', soon);
  };
}

/** Where it was, else what stands in its place now, else what came before it, else the page's heading. */
function place(root: Document, { at, within, before }: Left): HTMLElement | undefined {
  const pressed = (one: ParentNode) => [...one.querySelectorAll<HTMLElement>(PRESSED)];
  const around = within.find((one) => one.isConnected && shown(one));
  const near = around === undefined || around.tagName === 'MAIN' ? [] : pressed(around);
  const headings = root.querySelectorAll<HTMLElement>('[tabindex="-1"]');
  return [at, ...near, ...before, ...headings, ...pressed(root)].find((one) => one.isConnected && usable(one));
}

function usable(one: HTMLElement): boolean {
  return !one.matches(':disabled') && shown(one);
}

function shown(one: HTMLElement): boolean {
  return one.closest('[hidden], dialog:not([open])') === null && one.checkVisibility();
}
