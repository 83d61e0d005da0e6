import type { OrderType } from '#domain/order/order-type.ts';

export const ORDER_SHAPES = ['square', 'triangle', 'diamond', 'circle'] as const;
export type OrderShape = (typeof ORDER_SHAPES)[number];

/** Shape = kind of order, so that kind and state are read apart and without colour. */
export function orderShape(type: OrderType): OrderShape {
  switch (type) {
    case 'install':
    case 'move':
      return 'square';
    case 'fault':
      return 'triangle';
    case 'complaint':
    case 'suggestion':
    case 'consult':
      return 'diamond';
    case 'remove':
    case 'business':
    case 'inspection':
      return 'circle';
  }
}

/** The outline of a shape in a 20 × 20 box, as an SVG path. */
export const SHAPE_PATH: Readonly<Record<OrderShape, string>> = {
  square:
    'M4 2.5h12A1.5 1.5 0 0 1 17.5 4v12a1.5 1.5 0 0 1-1.5 1.5H4A1.5 1.5 0 0 1 2.5 16V4A1.5 1.5 0 0 1 4 2.5z',
  triangle: 'M10 1.6 19 17.4a.8.8 0 0 1-.7 1.2H1.7a.8.8 0 0 1-.7-1.2z',
  diamond: 'M10 .8 19.2 10 10 19.2.8 10z',
  circle: 'M10 1.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17z',
};
