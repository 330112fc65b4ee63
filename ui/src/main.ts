// The window's beginning: which host it is in; then the page. Its words come when they come.

import { mount } from 'svelte';

import './look/tokens.css';
import './look/base.css';
import './look/print.css';
import { context, desk } from './desk';
import { choose } from './host/choose';
import { prepare } from './look/shapes';
import Window from './Window.svelte';

// Not at the top level: the hosts' chunks could wait for this module while it waits for them.
async function begin(): Promise<void> {
  const host = await choose();
  mount(Window, { target: document.body, context: context(desk(host)) });
  prepare();
}

void begin();
