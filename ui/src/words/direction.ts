// The way that a language is written, and the document in it. Nothing else of the window knows sides: its styles say start
// and end.

/** Scripts that are written from right to left (ISO 15924). */
const SCRIPTS = ['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa'];

export type Direction = 'ltr' | 'rtl';

/** `language` is BCP 47; of what is none, left to right. */
export function direction(language: string): Direction {
  try {
    const { script } = new Intl.Locale(language).maximize();
    return script && SCRIPTS.includes(script) ? 'rtl' : 'ltr';
  } catch {
    return 'ltr';
  }
}

/** Sets the language of a document and the way that it is written. */
export function tongue(root: HTMLElement, language: string): void {
  root.lang = language;
  root.dir = direction(language);
}
