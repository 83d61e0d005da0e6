import { useEffect } from 'react';
import { update } from '../../live/use-store.ts';
import { useConsole } from '../state/console.ts';
import { selectOne } from '../state/selection.ts';
import { onLongPress } from './long-press.ts';

/**
 * Opens the console's menu where the right button, a long press or the menu key asks for it: on an order, on a technician's
 * pin or row, or, by key, on what is selected.
 */
export function useMenuAtPointer(): void {
  const console = useConsole();
  useEffect(() => {
    const openAt = (target: HTMLElement, x: number, y: number): boolean => {
      if (!target.closest('[data-dispatch]') || target.closest('input, textarea')) return false;
      const orderId = target.closest<HTMLElement>('[data-order]')?.dataset.order;
      const selected = console.view.get().selection.ids;
      if (orderId !== undefined) {
        const orderIds = selected.includes(orderId) ? selected : [orderId];
        if (!selected.includes(orderId))
          update(console.view, (before) => ({ ...before, selection: selectOne(orderId) }));
        console.menu.set({ kind: 'order', orderIds, technicianId: null, x, y });
      } else {
        const technicianId = technicianUnder(target);
        if (technicianId === null && (selected.length === 0 || !target.closest('[data-zone]'))) return false;
        console.menu.set({ kind: 'order', orderIds: selected, technicianId, x, y });
      }
      return true;
    };
    // A menu key has no pointer: the browser then gives the middle of what has the focus.
    const open = (event: MouseEvent) => {
      if (openAt(event.target as HTMLElement, event.clientX, event.clientY)) event.preventDefault();
    };
    window.addEventListener('contextmenu', open);
    const stopHolding = onLongPress(openAt);
    return () => {
      stopHolding();
      window.removeEventListener('contextmenu', open);
    };
  }, [console]);
}

function technicianUnder(target: HTMLElement): string | null {
  const pin = target.closest<HTMLElement>('[data-pin]')?.dataset.pin;
  const onCanvas = target.closest<HTMLElement>('[data-pin-under]')?.dataset.pinUnder;
  const head = target.closest<HTMLElement>('[data-row-head]')?.closest<HTMLElement>('[data-technician]');
  return pin ?? onCanvas ?? head?.dataset.technician ?? null;
}
