import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { pointerOutsideOfPreview } from '@atlaskit/pragmatic-drag-and-drop/element/pointer-outside-of-preview';
import { setCustomNativeDragPreview } from '@atlaskit/pragmatic-drag-and-drop/element/set-custom-native-drag-preview';
import type { OrderId } from '#domain/base/brand.ts';
import { orderDragData } from './drag-data.ts';

interface Source {
  readonly element: HTMLElement;
  /** What is dragged, asked when it begins. */
  readonly orderIds: () => readonly OrderId[];
  /** Words on the small card under the pointer. */
  readonly caption: (orderIds: readonly OrderId[]) => string;
  /** Bars keep the distance between pointer and their own start. */
  readonly keepsGrasp?: boolean;
}

/** Makes an element a source of orders; returns how to stop. The preview is built of nodes, never of markup. */
export function makeOrderSource({ element, orderIds, caption, keepsGrasp }: Source): () => void {
  return draggable({
    element,
    getInitialData: ({ input }) => {
      const grasp = keepsGrasp ? input.clientX - element.getBoundingClientRect().left : 0;
      return orderDragData(orderIds(), grasp);
    },
    onGenerateDragPreview: ({ nativeSetDragImage }) => {
      setCustomNativeDragPreview({
        nativeSetDragImage,
        getOffset: pointerOutsideOfPreview({ x: '12px', y: '10px' }),
        render: ({ container }) => {
          const card = document.createElement('div');
          card.className = 'order-drag-preview';
          card.textContent = caption(orderIds());
          container.append(card);
        },
      });
    },
  });
}
