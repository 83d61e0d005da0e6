import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useEffect } from 'react';
import { useConsole } from '../state/console.ts';
import { draggedOrders, dropPlace } from './drag-data.ts';
import { scrollAtEdges } from './scroll-at-edges.ts';

/** Follows every drag of orders on the page: lifts when it begins, says what is beneath, drops when it ends. */
export function useOrderDrags(): void {
  const console = useConsole();
  useEffect(() => {
    let stopScrolling: (() => void) | null = null;
    return monitorForElements({
      canMonitor: ({ source }) => draggedOrders(source.data) !== null,
      onDragStart: ({ source }) => {
        // A finger that was held opened the menu; one that goes on to move means the drag.
        console.menu.set(null);
        console.lift(draggedOrders(source.data)!, 'pointer');
        stopScrolling = scrollAtEdges(document.querySelector('[data-zone="timeline"]'));
      },
      onDrag: ({ location }) => {
        const place = dropPlace(location.current.dropTargets[0]?.data);
        console.moveOver(place === 'pool' ? null : place);
      },
      onDrop: ({ source, location }) => {
        stopScrolling?.();
        stopScrolling = null;
        // What was dragged may be gone from there in a moment, and the focus with it.
        source.element.closest<HTMLElement>('[data-zone]')?.focus({ preventScroll: true });
        const place = dropPlace(location.current.dropTargets[0]?.data);
        if (place === 'pool') {
          const held = draggedOrders(source.data)!;
          console.cancelLift();
          void console.takeBack(held);
          return;
        }
        console.moveOver(place);
        if (place) console.drop();
        else console.cancelLift();
      },
    });
  }, [console]);
}
