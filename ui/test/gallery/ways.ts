// How a state of the gallery is come to from the page that a window opens with, and what is there then.

/** What leads to a state. */
export interface Way {
  /** What is pressed, one after the other; of several of a kind the first. */
  presses?: string[];
  /** What is in the file that is chosen then. */
  file?: string;
  /** What stands on its page and on no other. */
  there: string;
}

const OUTLET = ['[data-nav=outlets]', '[data-outlet="Report"] [data-action=outlet]'];

const WAYS: Record<string, Way> = {
  routed: { there: '#top ~ main [data-anomaly=bbbbbbbbbbbbbbbb]' },
  'routed-missing': { there: '#route-missing' },
  together: { there: '#top ~ main [data-anomaly]' },
  told: { presses: ['[data-anomaly] [data-action=timeline]'], there: '[data-anomaly] [data-moment]' },
  history: { presses: ['[data-nav=history]'], there: '#history [data-incident]' },
  'incident-own': { presses: ['[data-anomaly] [data-action=everything]'], there: '#incident #runbook' },
  quitting: { there: '[data-question=quit]' },
  first: { there: '#welcome #address' },
  settings: { presses: ['[data-nav=settings]'], there: '#settings [data-plan]' },
  'settings-refused': { presses: ['[data-nav=settings]'], there: '#settings #settings-faults' },
  'first-run': { there: '#first-run li' },
  demonstration: { there: '#demonstration' },
  starting: { there: '#starting' },
  gone: { there: '#gone' },
  many: { presses: ['[data-action=all-outlets]'], there: '#search' },
  'many-troubled': { there: '#more' },
  outlet: { presses: OUTLET, there: '#watches [data-watch]' },
  'outlet-paused': { presses: OUTLET, there: '[data-action=resume-outlet]' },
  importing: {
    presses: ['[data-nav=outlets]', '[data-action=import]'],
    file: 'https://paper.example/\nhttps://courier.example/\nhttps://report.example/\nftp://a.example/\n',
    there: '#list-add',
  },
};

/** The way to this state; the others are states of the everyday page. */
export function way(state: string): Way {
  return WAYS[state] ?? { there: '#top' };
}

/** The states that have one of their own. */
export const apart = Object.keys(WAYS);
