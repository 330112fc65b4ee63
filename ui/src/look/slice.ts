// Which rows of a long list are made: those in sight, and some before and after them.

/** Rows beyond each edge of what is in sight: what a keyboard or a quick wheel gets to before the next frame. */
const BEYOND = 8;

/**
 * The rows from `from` up to, not with, `to`, where `top` is how far the list's beginning is above the view's, in pixels;
 * negative while it is below.
 */
export function slice(count: number, each: number, top: number, view: number): { from: number; to: number } {
  const clamp = (row: number) => Math.min(Math.max(row, 0), count);
  return { from: clamp(Math.floor(top / each) - BEYOND), to: clamp(Math.ceil((top + view) / each) + BEYOND) };
}

/** A length of CSS. */
export const pixels = (length: number): string => `${length}px`;
