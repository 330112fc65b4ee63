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
