// Settings as the program gives them.

import type { Change, ChannelView, SettingsView, Setting, ValueView } from '../src/host/types';

const USUAL: Record<Setting, string[]> = {
  interval: ['30s'],
  timeout: ['15s'],
  languages: [],
  keep: ['500MB'],
  unwanted_pictures: [],
  probes: ['http://detectportal.firefox.com/success.txt', 'http://nmcheck.gnome.org/check_network_status.txt'],
  metered: ['slower'],
  quiet_hours: [],
  time_zone: [],
};

export function values(written: Partial<Record<Setting, string[]>> = {}): ValueView[] {
  return (Object.keys(USUAL) as Setting[]).map((setting) => ({
    setting,
    texts: written[setting] ?? null,
    usual: USUAL[setting],
  }));
}

export function channel(change: Partial<ChannelView> = {}): ChannelView {
  return {
    kind: 'webhook',
    name: 'chat',
    site: 'https://chat.example',
    template: '',
    server: '',
    from: '',
    to: [],
    least: '',
    credential: '',
    ...change,
  };
}

export function settings(change: Partial<SettingsView> = {}): SettingsView {
  return {
    file: '/home/desk/.config/frontwatch/frontwatch.toml',
    faults: [],
    values: values(),
    channels: [],
    outlets: ['Report', 'Baku TV', 'Caliber'].map((outlet) => ({ outlet, plans: [] })),
    signals: ['cover', 'headline', 'image', 'outage', 'picture', 'text', 'title'],
    languages: [
      { tag: 'az', name: 'Azərbaycanca' },
      { tag: 'en', name: 'English' },
    ],
    ...change,
  };
}

/** What the program makes of a change that is right. */
export function changed(view: SettingsView, change: Change): SettingsView {
  if (change.what === 'set') {
    const set = (value: ValueView) => (value.setting === change.setting ? { ...value, texts: change.texts } : value);
    return { ...view, values: view.values.map(set) };
  }
  const named = (name: string) => view.channels.filter((known) => known.name !== name);
  if (change.what === 'remove_channel') return { ...view, channels: named(change.name) };
  if (change.what === 'put_channel') {
    const { was, url, secret, ...channel } = change.channel;
    const site = url ? new URL(url).origin : '';
    return { ...view, channels: [...named(was ?? channel.name), { ...channel, site }] };
  }
  const outlets = view.outlets.map(({ outlet, plans }) => {
    if (outlet !== change.outlet) return { outlet, plans };
    if (change.what === 'add_plan') return { outlet, plans: [...plans, change.plan] };
    return { outlet, plans: change.what === 'change_plan' ? [change.plan] : [] };
  });
  return { ...view, outlets };
}
