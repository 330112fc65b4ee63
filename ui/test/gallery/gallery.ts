// Shows the window in one of its states: `gallery.html?state=alarm`, and `&press=%23recheck` to press something. For looking at it; not part of what is built.

import { mount } from 'svelte';

import '../../src/look/tokens.css';
import '../../src/look/base.css';
import { context, desk } from '../../src/desk';
import Window from '../../src/Window.svelte';
import { words } from '../../src/words/words';
import { states } from './states';

const parameters = new URLSearchParams(location.search);
const wanted = parameters.get('state');
const state = wanted === null ? undefined : states[wanted];
if (state) {
  const host = state();
  const english = words([]);
  const press = parameters.get('press');
  mount(Window, { target: document.body, context: context(desk(host, english)) });
  if (press !== null) setTimeout(() => document.querySelector<HTMLElement>(press)?.click(), 800);
} else {
  for (const name of Object.keys(states)) {
    const link = document.createElement('a');
    link.href = `?state=${name}`;
    link.textContent = name;
    document.body.append(link, document.createElement('br'));
  }
}
