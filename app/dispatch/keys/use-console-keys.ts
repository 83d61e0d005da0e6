import { useEffect } from 'react';
import { servableAppointment } from '#domain/appointment/current.ts';
import { MINUTE } from '#domain/time/zone.ts';
import { update } from '../../live/use-store.ts';
import type { Messages } from '../../ui/i18n/messages.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { clock } from '../../ui/time.ts';
import { verdictWords } from '../drag/verdict-chip.tsx';
import { caption } from '../state/caption.ts';
import { type Console, useConsole } from '../state/console.ts';
import { NOTHING_SELECTED } from '../state/selection.ts';
import { isInDialog, isTyping } from './typing.ts';

/** The keys of the console. Typing into a field or a dialog is left alone; a lift by keys takes the arrows. */
export function useConsoleKeys(): void {
  const m = useMessages();
  const console = useConsole();
  useEffect(() => {
    // Read when a key comes down: a menu that it closes is gone when it gets here, and Escape would go on to the selection.
    let isElsewhere = false;
    const press = (event: KeyboardEvent) => {
      if (isElsewhere || event.defaultPrevented) return;
      // Out of a field, too, one steps on to the next zone.
      const handled = isTyping(event.target)
        ? event.key === 'F6' && !isInDialog(event.target) && stepZone(event.shiftKey)
        : plainKey(event, console, m);
      if (handled) event.preventDefault();
    };
    // What is lifted comes first wherever the focus is: the map would take the arrows for itself.
    const pressLifted = (event: KeyboardEvent) => {
      isElsewhere = console.dialog.get() !== null || console.menu.get() !== null;
      if (!console.session.lifted.get() || isElsewhere || isTyping(event.target)) return;
      if (!liftedKey(event, console, m)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('keydown', pressLifted, true);
    window.addEventListener('keydown', press);
    return () => {
      window.removeEventListener('keydown', pressLifted, true);
      window.removeEventListener('keydown', press);
    };
  }, [console, m]);
}

/** The key as it is named on the sheet, also while the capitals are locked. */
function keyOf({ key, shiftKey }: KeyboardEvent): string {
  return key.length === 1 && !shiftKey ? key.toLowerCase() : key;
}

function plainKey(event: KeyboardEvent, console: Console, m: Messages): boolean {
  // While something is lifted other keys mean nothing.
  if (console.session.lifted.get()) return false;
  if (event.key === 'F6') return stepZone(event.shiftKey);
  if (event.ctrlKey || event.metaKey || event.altKey) {
    if (event.key.toLowerCase() !== 'z' || event.shiftKey || event.altKey) return false;
    void console.undo();
    return true;
  }
  const { selection, open } = console.view.get();
  const [first] = selection.ids;
  const key = keyOf(event);
  switch (key) {
    case '/':
      document.querySelector<HTMLInputElement>('[data-search]')?.focus();
      return true;
    case '?':
      console.dialog.set({ kind: 'keys' });
      return true;
    case 'x':
      update(console.lassoing, (taken) => !taken);
      return true;
    case 'z':
      void console.undo();
      return true;
    case 'Escape':
      update(console.view, (before) => ({
        ...before,
        open: null,
        ...(open === null && { selection: NOTHING_SELECTED, technicianId: null }),
      }));
      return true;
  }
  if (first === undefined) return false;
  // Space and Enter on a button or a switch are its own.
  const onButton = event.target instanceof HTMLElement && event.target.closest('button, a, input') !== null;
  switch (key) {
    case ' ':
      if (onButton || isPressOnMap(event.target, selection.ids)) return false;
      if (console.lift(selection.ids, 'keys')) aimAtFirst(console, m);
      return true;
    case 'Enter':
      if (onButton || isPressOnMap(event.target, selection.ids)) return false;
      console.open(first);
      return true;
    case 'a':
      console.dialog.set({ kind: 'assign', orderIds: selection.ids });
      return true;
    case 'r':
      console.dialog.set(changeOrConfirm(console, first));
      return true;
    case 'c':
      console.dialog.set({ kind: 'call', orderId: first });
      return true;
    case 'l':
      openLockMenu(console, selection.ids);
      return true;
    case 'w':
      console.dialog.set({ kind: 'why', orderId: first });
      return true;
    case 'Delete':
    case 'Backspace':
      void console.takeBack(selection.ids);
      return true;
    default:
      return false;
  }
}

/** Enter or Space on a pin or a number of the map is the map's own press, unless it is an order that is selected already. */
function isPressOnMap(target: EventTarget | null, selected: readonly string[]): boolean {
  const marker = target instanceof HTMLElement ? target.closest('[role="button"]') : null;
  const orderId = marker?.querySelector<HTMLElement>('[data-order]')?.dataset.order;
  return marker !== null && (orderId === undefined || !selected.includes(orderId));
}

/** The lock's choices beside the first selected order, wherever it is in sight. */
export function openLockMenu(console: Console, orderIds: readonly string[]): void {
  const shown = document.querySelector(`[data-order="${orderIds[0]}"]`)?.getBoundingClientRect();
  const [x, y] = shown ? [shown.left + 8, shown.bottom] : [window.innerWidth / 2, window.innerHeight / 3];
  console.menu.set({ kind: 'lock', orderIds, technicianId: null, x, y });
}

/** A promised order is changed, one that was missed as well; an unpromised one gets its first promise. */
export function changeOrConfirm(
  console: Console,
  orderId: string,
): NonNullable<ReturnType<Console['dialog']['get']>> {
  const order = console.board.get().orders.get(orderId);
  const promised = order !== undefined && servableAppointment(order) !== null;
  return promised ? { kind: 'change', orderId, start: null, follow: null } : { kind: 'confirm', orderId };
}

function liftedKey(event: KeyboardEvent, console: Console, m: Messages): boolean {
  const lifted = console.session.lifted.get()!;
  if (event.key === 'Escape') {
    console.cancelLift();
    return true;
  }
  if (lifted.by !== 'keys') return false;
  const over = console.session.over.get();
  const index = over ? lifted.ranked.indexOf(over.technicianId) : -1;
  switch (event.key) {
    case 'ArrowDown':
      aimAt(console, m, Math.min(lifted.ranked.length - 1, index + 1));
      return true;
    case 'ArrowUp':
      aimAt(console, m, Math.max(0, index - 1));
      return true;
    case 'ArrowLeft':
      shiftTime(console, m, -15);
      return true;
    case 'ArrowRight':
      shiftTime(console, m, 15);
      return true;
    case ' ':
    case 'Enter':
      console.drop();
      return true;
    default:
      return false;
  }
}

/** The best place first; where there is nobody at all it says so and lifts nothing. */
function aimAtFirst(console: Console, m: Messages): void {
  if (console.session.lifted.get()?.ranked.length === 0) {
    console.cancelLift();
    console.say(m.dispatch.timeline.emptyTitle);
  } else aimAt(console, m, 0);
}

function aimAt(console: Console, m: Messages, index: number): void {
  const technicianId = console.session.lifted.get()?.ranked[index];
  if (technicianId === undefined) return;
  console.moveOver({ technicianId, at: null });
  sayOver(console, m);
}

function shiftTime(console: Console, m: Messages, minutes: number): void {
  const over = console.session.over.get();
  const first = console.session.lifted.get()?.orders[0];
  if (!over || !first) return;
  const quarter = 15 * MINUTE;
  const now = over.at ?? over.verdict.slots.get(first.id)?.start;
  if (now === undefined) return;
  console.moveOver({
    technicianId: over.technicianId,
    at: Math.round((now + minutes * MINUTE) / quarter) * quarter,
  });
  sayOver(console, m);
}

/** The first step of a lift says how many may take it; each further one says the place. */
function sayOver(console: Console, m: Messages): void {
  const lifted = console.session.lifted.get();
  const over = console.session.over.get();
  if (!lifted || !over) return;
  const { orders, technicians } = console.board.get();
  const words = verdictWords(over.verdict, m, (id) => orders.get(id)?.estate ?? null);
  const start = over.verdict.slots.get(lifted.orderIds[0]!)?.start ?? over.at;
  const details = [words.rule, start == null ? null : m.dispatch.drag.atTime(clock(start)), ...words.details];
  const name = technicians.get(over.technicianId)?.name ?? over.technicianId;
  const place = m.dispatch.drag.over(name, words.outcome, details.filter(Boolean).join('，'));
  const outcomes = [...lifted.verdicts.values()].map(({ outcome }) => outcome);
  const count = (outcome: string) => outcomes.filter((one) => one === outcome).length;
  const counts = m.dispatch.drag.lifted(
    caption(lifted.orders, m),
    count('accepted'),
    count('needs_approval'),
    count('refused'),
  );
  console.say(over.at === null && over.technicianId === lifted.ranked[0] ? `${place}。${counts}` : place);
}

/** F6 steps between the zones and what is open beside them, as between the panes of a window. */
function stepZone(back: boolean): boolean {
  const zones = [...document.querySelectorAll<HTMLElement>('[data-zone], [data-pane]')];
  const at = zones.findIndex((zone) => zone.contains(document.activeElement));
  const next = zones[(at + (back ? -1 : 1) + zones.length) % zones.length];
  next?.focus();
  return next !== undefined;
}
