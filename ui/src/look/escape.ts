// Leaving what was begun by the keyboard.

import type { Attachment } from 'svelte/attachments';

/** Escape, pressed anywhere in the element, leaves it; not while letters are still being put together, as that ends with it. */
export function escape(leave: () => void): Attachment<HTMLElement> {
  return (element) => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.isComposing) leave();
    };
    element.addEventListener('keydown', pressed);
    return () => element.removeEventListener('keydown', pressed);
  };
}
