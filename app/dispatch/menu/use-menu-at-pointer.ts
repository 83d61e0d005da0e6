import { useEffect } from 'react';
import { update } from '../../live/use-store.ts';
import { useConsole } from '../state/console.ts';
import { selectOne } from '../state/selection.ts';

/**
 * Opens the console's menu where the right button, a long press or the menu key asks for it: on an order, on a technician's
 * pin or row, or, by key, on what is selected.
 */
export function useMenuAtPointer(): void {
  const console = useConsole();
  useEffect(() => {
    const open = (event: MouseEvent) => {
      const target = event.target as HTMLElement;
      if (!target.closest('[data-dispatch]') || target.closest('input, textarea')) return;
      const orderId = target.closest<HTMLElement>('[data-order]')?.dataset.order;
      const selected = console.view.get().selection.ids;
      // A menu key has no pointer: the browser then gives the middle of what has the focus.
      const at = { x: event.clientX, y: event.clientY };
      if (orderId !== undefined) {
        const orderIds = selected.includes(orderId) ? selected : [orderId];
        if (!selected.includes(orderId))
          update(console.view, (before) => ({ ...before, selection: selectOne(orderId) }));
        console.menu.set({ kind: 'order', orderIds, technicianId: null, ...at });
      } else {
        const technicianId = technicianUnder(target);
        if (technicianId === null && (selected.length === 0 || !target.closest('[data-zone]'))) return;
        console.menu.set({ kind: 'order', orderIds: selected, technicianId, ...at });
      }
      event.preventDefault();
    };
    window.addEventListener('contextmenu', open);
    return () => window.removeEventListener('contextmenu', open);
  }, [console]);
}

function technicianUnder(target: HTMLElement): string | null {
  const pin = target.closest<HTMLElement>('[data-pin]')?.dataset.pin;
  const onCanvas = target.closest<HTMLElement>('[data-pin-under]')?.dataset.pinUnder;
  const head = target.closest<HTMLElement>('[data-row-head]')?.closest<HTMLElement>('[data-technician]');
  return pin ?? onCanvas ?? head?.dataset.technician ?? null;
}
