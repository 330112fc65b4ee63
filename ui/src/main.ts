// The window's beginning: which host it is in, which words it speaks; then the page.

import { mount } from 'svelte';

import './look/tokens.css';
import './look/base.css';
import './look/print.css';
import { context, desk } from './desk';
import { choose } from './host/choose';
import { prepare } from './look/shapes';
import Window from './Window.svelte';
import { load } from './words/words';

// Not at the top level: the hosts' chunks could wait for this module while it waits for them.
async function begin(): Promise<void> {
  const host = await choose();
  const words = await load(host);
  mount(Window, { target: document.body, context: context(desk(host, words)) });
  prepare();
}

void begin();
