// The shapes of the states, the same as in the tray.

import alarm from '../../../icons/tray/alarm.svg';
import learning from '../../../icons/tray/learning.svg';
import normal from '../../../icons/tray/normal.svg';
import offline from '../../../icons/tray/offline.svg';
import paused from '../../../icons/tray/paused.svg';
import suspect from '../../../icons/tray/suspect.svg';
import unseen from '../../../icons/tray/unseen.svg';
import type { Standing } from '../host/types';

export const shapes: Record<Standing, string> = { alarm, learning, normal, offline, paused, suspect, unseen };

/** Pictures that are there before they are shown. */
const ready: HTMLImageElement[] = [];

/** Has every shape ready: once the program is gone, nobody gives the one that says so. */
export function prepare(): void {
  for (const shape of Object.values(shapes)) {
    const picture = new Image();
    picture.src = shape;
    ready.push(picture);
  }
}
