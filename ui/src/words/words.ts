// The window's own words: Fluent texts, in the reader's languages one after the other. English is built in, so that the
// window can speak even where the program behind it does not answer.

import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';

import english from '../../../crates/core/src/text/en/window.ftl?raw';
import { asFailure } from '../host/host';
import type { TextsIn } from '../host/types';

/** Says a text by its id. */
export type Say = (id: string, args?: Record<string, FluentVariable>) => string;

export interface Words {
  /** The language that is tried first, BCP 47. */
  language: string;
  say: Say;
  /** What went wrong, and what to do: in the program's words, else in the window's. */
  trouble(thrown: unknown): string;
}

const ENGLISH: TextsIn = { language: 'en', fluent: english };

export function words(languages: TextsIn[]): Words {
  const bundles = [...languages, ENGLISH].map(({ language, fluent }) => {
    const bundle = new FluentBundle(language, { useIsolating: false });
    bundle.addResource(new FluentResource(fluent));
    return bundle;
  });
  const say: Say = (id, args) => {
    for (const bundle of bundles) {
      const pattern = bundle.getMessage(id)?.value;
      if (!pattern) continue;
      const errors: Error[] = [];
      const said = bundle.formatPattern(pattern, args ?? null, errors);
      if (errors.length === 0) return said;
    }
    return id;
  };
  return {
    language: languages[0]?.language ?? ENGLISH.language,
    say,
    trouble: (thrown) => asFailure(thrown).says || say('trouble-unknown'),
  };
}
