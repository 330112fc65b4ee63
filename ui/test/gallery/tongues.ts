// The language that the gallery speaks, and the way that it is written: `&language=az`, and `&dir=rtl`.

import azerbaijani from '../../../crates/core/src/text/az/window.ftl?raw';
import english from '../../../crates/core/src/text/en/window.ftl?raw';
import russian from '../../../crates/core/src/text/ru/window.ftl?raw';
import turkish from '../../../crates/core/src/text/tr/window.ftl?raw';
import type { TextsIn } from '../../src/host/types';

/** Every language that there are catalogues of. */
export const catalogues: Record<string, string> = { az: azerbaijani, en: english, ru: russian, tr: turkish };

/** The first language that is written from right to left and needs no catalogue of its own here. */
const FROM_RIGHT = 'he';

/**
 * The window's words as these parameters ask for them; English where they ask for nothing. Written from right to left, they
 * are given out for a language that is, so that the window comes to its direction as it would for a reader of it.
 */
export function tongue(parameters: URLSearchParams): TextsIn[] {
  const wanted = parameters.get('language') ?? 'en';
  const fluent = catalogues[wanted];
  if (fluent === undefined) throw new Error(`there is no catalogue of ${wanted}`);
  return [{ language: parameters.get('dir') === 'rtl' ? FROM_RIGHT : wanted, fluent }];
}
