// Which rows of a long list are made: those in sight, and some before and after them.

/** Rows beyond each edge of what is in sight: what a keyboard or a quick wheel gets to before the next frame. */
export const BEYOND = 8;

/** Where each row begins below the list's beginning, and last where the list ends: by the height of each, in pixels. */
export function tops(heights: number[]): number[] {
  const tops = [0];
  for (const height of heights) tops.push(tops.at(-1)! + height);
  return tops;
}

/**
 * The rows from `from` up to, not with, `to`, by where they begin. `top` is how far the list's beginning is above the view's,
 * in pixels; negative while it is below. Where none is in sight, those at the end that is next to the view are made: a
 * keyboard can go on into the list.
 */
export function slice(tops: number[], top: number, view: number): { from: number; to: number } {
  const count = tops.length - 1;
  const clamp = (row: number) => Math.min(Math.max(row, 0), count);
  return { from: clamp(rowAt(tops, top) - BEYOND), to: clamp(before(tops, top + view) + BEYOND) };
}

/** The row that is at this distance below the list's beginning; the first above it, the last below it. */
export function rowAt(tops: number[], top: number): number {
  return Math.max(before(tops, top + 1) - 1, 0);
}

/** How many rows begin before this place: they are in order. The list's end is none. */
function before(tops: number[], place: number): number {
  let [low, high] = [0, tops.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tops[middle]! < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A row that is made: its place in the list, and the room of those before it that are not. */
export interface Made {
  at: number;
  room: number;
}

/** The places up to so far before and after this one; none around none. */
export function around(place: number, far: number): number[] {
  if (place < 0) return [];
  return Array.from({ length: 2 * far + 1 }, (_, index) => place - far + index).filter((at) => at >= 0);
}

/** The rows of a slice, and those besides that are kept: their places are in order. */
export function made(tops: number[], { from, to }: { from: number; to: number }, kept: number[]): Made[] {
  const within = Array.from({ length: Math.max(to - from, 0) }, (_, index) => from + index);
  const places = [...new Set([...within, ...kept])].sort((a, b) => a - b);
  return places.map((at, index) => ({ at, room: tops[at]! - tops[index === 0 ? 0 : places[index - 1]! + 1]! }));
}

/** A length of CSS. */
export const pixels = (length: number): string => `${length}px`;
