import type { OrderType } from '#domain/order/order-type.ts';
import { orderShape, SHAPE_PATH } from '../map/order-shape.ts';
import { type Tone, toneColors } from '../ui/tone.ts';

/** Kind and state of an order in one small mark, the same as on the map. Decorative: words stand beside it. */
export function OrderMark({ type, tone, size = 14 }: { type: OrderType; tone: Tone; size?: number }) {
  const { color, soft } = toneColors(tone);
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={SHAPE_PATH[orderShape(type)]} fill={soft} stroke={color} strokeWidth="2.2" />
    </svg>
  );
}
