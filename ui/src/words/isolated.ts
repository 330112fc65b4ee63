// A name that is written from right to left must not turn the sentence that it stands in.

const FROM_RIGHT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe]/;

/** The text, within marks where it needs them; others get none. */
export function isolated(text: string): string {
  return FROM_RIGHT.test(text) ? `\u2068${text}\u2069` : text;
}
