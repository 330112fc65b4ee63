// A host without a program behind it: for tests, and for looking at the window's states.

import type { Host } from '../src/host/host';
import type {
  ChannelTested,
  Failure,
  HistoryRow,
  IncidentView,
  ListView,
  Moment,
  OutletDetails,
  Overview,
  PartView,
  Portrait,
  Reply,
  Request,
  Shell,
  Texts,
  Untold,
} from '../src/host/types';
import { changed, settings } from './settings';
import { details, incidentView, proposal } from './states';

type Answer = Reply | Failure | Promise<Reply | Failure>;

export class FakeHost implements Host {
  overview: Overview;
  texts: Texts = { languages: [] };
  settings = settings();
  /** What was seen of every outlet's front pages. */
  pages: Portrait[] = [];
  shellIs: Shell = { autostart: false, word: null, quitting: false };
  incident: string | null = null;
  /** What happened of every incident. */
  moments: Moment[] = [];
  /** What is known of every incident, besides how the list has it. */
  known: Partial<IncidentView> = {};
  /** What the file says of every outlet besides its name and its front pages. */
  file: Partial<Pick<OutletDetails, 'admin' | 'pinned' | 'ignored'>> = {};
  /** What was seen and not told of every outlet. */
  untold: Untold[] = [];
  /** What has happened. */
  history: HistoryRow[] = [];
  /** The parts of every outlet that changed lately. */
  parts: PartView[] = [];
  /** What every list comes to. */
  list: ListView | null = null;
  /** What comes of a test alert. */
  channels: ChannelTested[] = [];
  /** Everything that was asked, in order. */
  asked: Request[] = [];
  /** Answers in the place of the usual ones. */
  answer: ((request: Request) => Answer | undefined) | undefined;
  /** Whether a browser lost its connection can be played. */
  reconnected: (() => void) | undefined;
  /** Each wish to end the program: whether it was sure. */
  quits: boolean[] = [];
  #shell: (() => void)[] = [];
  #changed: (() => void)[] = [];
  #routed: (() => void)[] = [];

  constructor(overview: Overview) {
    this.overview = overview;
  }

  /** A new overview is there, and the window is told. */
  change(change: Partial<Overview>): void {
    this.overview = { ...this.overview, version: this.overview.version + 1, ...change };
    this.hear();
  }
  hear(): void {
    for (const heard of this.#changed) heard();
  }
  /** The window is asked to show an incident. */
  show(incident: string): void {
    this.incident = incident;
    for (const heard of this.#routed) heard();
  }
  of<A extends Request['ask']>(ask: A): Extract<Request, { ask: A }>[] {
    return this.asked.filter((request): request is Extract<Request, { ask: A }> => request.ask === ask);
  }

  async ask(request: Request): Promise<Reply> {
    this.asked.push(request);
    const answer = (await this.answer?.(request)) ?? this.#usual(request);
    if ('is' in answer) return answer;
    throw answer;
  }
  #usual(request: Request): Reply | Failure {
    if (request.ask === 'texts') return { is: 'texts', ...this.texts };
    if (request.ask === 'propose' || request.ask === 'proposed' || request.ask === 'probe') {
      return { is: 'proposal', ...proposal({ probed: request.ask === 'probe' }) };
    }
    if (request.ask === 'export_list') return { is: 'exported', text: `the outlets as ${request.form}` };
    if (request.ask === 'save_list' || request.ask === 'save_report')
      return { is: 'saved', says: 'Saved as ~/list.csv.' };
    if (request.ask === 'save_backup')
      return { is: 'saved', says: '~/frontwatch-monday.backup was made (1.2 MB): the store and the configuration.' };
    if (request.ask === 'history') return { is: 'history', rows: this.history, next: null };
    if (request.ask === 'outlet') {
      const known = this.overview.outlets.find(({ name }) => name === request.outlet);
      if (known) return { is: 'outlet', ...details(known), ...this.file };
    }
    if (request.ask === 'parts_changed') return { is: 'parts_changed', parts: this.parts };
    if (request.ask === 'read_list' && this.list) return { is: 'list', ...this.list };
    if (request.ask === 'untold') return { is: 'untold', looks: this.untold };
    if (request.ask === 'timeline') {
      return { is: 'timeline', incident: request.incident, moments: this.moments };
    }
    if (request.ask === 'incident') {
      const listed = this.overview.anomalies.find(({ incident }) => incident === request.incident);
      if (!listed && !this.known.anomaly) return { code: 'incident.unknown', says: 'Nothing is known of this alarm.' };
      return { is: 'incident', ...incidentView(listed && { anomaly: listed }), ...this.known };
    }
    if (request.ask === 'set_runbook') {
      const steps = request.text.split('\n').filter((step) => step.trim() !== '');
      this.known = { ...this.known, runbook: { steps, own: true, editable: true } };
    }
    if (request.ask === 'normal') return { is: 'normal', pages: this.pages };
    if (request.ask === 'change') this.settings = changed(this.settings, request.change);
    if (request.ask === 'change' || request.ask === 'settings') return { is: 'settings', ...this.settings };
    if (request.ask === 'send_test') return { is: 'tested', channels: this.channels };
    return { is: 'overview', ...this.overview };
  }
  shell(): Promise<Shell> {
    return Promise.resolve(this.shellIs);
  }
  onShell(heard: () => void): Promise<() => void> {
    this.#shell.push(heard);
    return Promise.resolve(() => {});
  }
  /** Somebody wants to quit while alarms are open. */
  wantsToQuit(): void {
    this.shellIs = { ...this.shellIs, quitting: true };
    for (const heard of this.#shell) heard();
  }
  /** The watches whose page was opened; none of it where this host opens nothing. */
  opened: string[] = [];
  openPage?(watch: string): Promise<void> {
    this.opened.push(watch);
    return Promise.resolve();
  }
  quit(sure: boolean): Promise<void> {
    this.quits.push(sure);
    return Promise.resolve();
  }
  stay(): Promise<void> {
    this.shellIs = { ...this.shellIs, quitting: false };
    for (const heard of this.#shell) heard();
    return Promise.resolve();
  }
  setAutostart(on: boolean): Promise<Shell> {
    this.shellIs = { ...this.shellIs, autostart: on };
    return this.shell();
  }
  route(): Promise<string | null> {
    const incident = this.incident;
    this.incident = null;
    return Promise.resolve(incident);
  }
  onChanged(heard: () => void): Promise<() => void> {
    return Promise.resolve(listen(this.#changed, heard));
  }
  onRoute(heard: () => void): Promise<() => void> {
    return Promise.resolve(listen(this.#routed, heard));
  }
  onReconnected(heard: () => void): Promise<() => void> {
    this.reconnected = heard;
    return Promise.resolve(() => (this.reconnected = undefined));
  }
}

function listen(list: (() => void)[], heard: () => void): () => void {
  list.push(heard);
  return () => void list.splice(list.indexOf(heard), 1);
}
