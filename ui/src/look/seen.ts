// What is said below a form comes into sight, as far as it is not.

import type { Attachment } from 'svelte/attachments';

export const seen: Attachment<HTMLElement> = (said) => said.scrollIntoView({ block: 'nearest' });
