import type { Messages } from '../../ui/i18n/messages.ts';
import { toastRefused } from '../../ui/toasts.tsx';
import type { Console } from '../state/console.ts';
import { addressOf } from '../state/view.ts';

/** Opens a window with the map alone, at the view as it is; says so where the browser forbids it. */
export function openMapWindow({ view }: Pick<Console, 'view'>, m: Messages): void {
  const address = `/dispatch?only=map&${addressOf(view.get())}`;
  const opened = window.open(address, 'zhundian-map', 'popup,width=1200,height=900');
  if (!opened) toastRefused('map-window', m.tools.window.blocked);
}
