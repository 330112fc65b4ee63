// The keyboard never loses its place.

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { held } from '../src/nav/held';

const PAGE = `
  <main>
    <div class="row"><button id="first">First</button></div>
    <div class="row" id="pausing"><button id="pause">Pause</button></div>
    <div id="folded"><button id="fold">Edit</button><form id="form"><input id="name"></form></div>
    <button id="last">Last</button>
  </main>`;

const by = (id: string) => document.getElementById(id) as HTMLElement;
const at = () => document.activeElement?.id;
const soon = () => new Promise((resolve) => setTimeout(resolve, 20));

describe('the keyboard', () => {
  let end = () => {};
  beforeEach(() => {
    document.body.innerHTML = PAGE;
    end = held(document);
  });
  afterEach(() => end());

  it('goes to what stands in the place of what it was on', async () => {
    by('pause').focus();
    by('pausing').innerHTML = '<button id="resume">Resume</button>';
    await vi.waitFor(() => expect(at()).toBe('resume'));
  });

  it('goes to what came before, where nothing stands there', async () => {
    by('last').focus();
    by('last').remove();
    await vi.waitFor(() => expect(at()).toBe('name'));
    by('folded').remove();
    await vi.waitFor(() => expect(at()).toBe('pause'));
  });

  it('goes to the button of what was folded under it', async () => {
    by('name').focus();
    by('name').blur();
    by('form').hidden = true;
    await vi.waitFor(() => expect(at()).toBe('fold'));
  });

  it('is left where somebody put it, and where somebody knows better', async () => {
    by('pause').focus();
    by('pause').blur();
    await soon();
    by('pausing').remove();
    await soon();
    expect(document.activeElement).toBe(document.body);
    by('name').focus();
    by('name').remove();
    by('first').focus();
    await vi.waitFor(() => expect(at()).toBe('first'));
  });
});
