// A channel while a person fills it in.

import type { ChannelDraft, ChannelKind, ChannelView, Manner } from '../host/types';

/** What can be sent to whom, where a template is wanted; the first is everything. */
export const TEMPLATES = {
  all: '',
  chat: '{"text": {{text}}}',
  discord: '{"content": {{text}}}',
  ntfy: '{"topic": "desk", "title": {{title}}, "message": {{text}}, "priority": {{priority}}}',
} as const;
export type Template = keyof typeof TEMPLATES;

/** How a secret can be sent. */
export const MANNERS: Manner[] = ['bearer', 'basic', 'header'];

/** A new one of this kind, or the one that is there; its address and its secret are not known here. */
export function draft(kind: ChannelKind, known: ChannelView | null): ChannelDraft {
  return {
    kind,
    was: known?.name ?? null,
    name: known?.name ?? '',
    url: known ? null : '',
    template: known?.template ?? '',
    server: known?.server ?? '',
    from: known?.from ?? '',
    to: known?.to ?? [],
    least: known?.least ?? '',
    credential: known?.credential ?? '',
    secret: null,
  };
}

/** Where a channel leads, as it is listed. */
export function leads(channel: ChannelView): string {
  return channel.kind === 'webhook' ? channel.site : channel.to.join(', ');
}
