// Shows the window in one of its states: `gallery.html?state=alarm`. With `&language=az` it speaks that language (what the
// program itself says stays English), and with `&dir=rtl` it is written from right to left. `&press=%23recheck` presses
// something, one after the other where there are several, each after `&address=…` was typed if it is given. For looking at
// it; not part of what is built.

import { mount } from 'svelte';

import '../../src/look/tokens.css';
import '../../src/look/base.css';
import '../../src/look/print.css';
import { context, desk } from '../../src/desk';
import Window from '../../src/Window.svelte';
import { words } from '../../src/words/words';
import { states } from './states';
import { tongue } from './tongues';

const parameters = new URLSearchParams(location.search);
const wanted = parameters.get('state');
const state = wanted === null ? undefined : states[wanted];
if (state) {
  const host = state();
  // What is asked for again when the configuration is another is the same.
  host.texts = { languages: tongue(parameters) };
  const press = parameters.getAll('press');
  const address = parameters.get('address');
  mount(Window, { target: document.body, context: context(desk(host, words(host.texts.languages))) });
  press.forEach((what, at) =>
    setTimeout(
      () => {
        const field = document.querySelector<HTMLInputElement>('#address');
        if (field && address !== null) {
          field.value = address;
          field.dispatchEvent(new Event('input'));
        }
        document.querySelector<HTMLElement>(what)?.click();
      },
      800 * (at + 1),
    ),
  );
} else {
  for (const name of Object.keys(states)) {
    const link = document.createElement('a');
    link.href = `?state=${name}`;
    link.textContent = name;
    document.body.append(link, document.createElement('br'));
  }
}
