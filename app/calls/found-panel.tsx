'use client';

import { useMessages } from '../ui/i18n/provider.tsx';
import { OrderPanel, type OrderPanelProps } from './order-panel.tsx';
import { useAct } from './use-act.tsx';

/** An order that was looked up: no limit and no form of a list, but every step. */
export function FoundPanel(props: OrderPanelProps) {
  const m = useMessages();
  const { order, card } = props;
  return (
    <OrderPanel
      {...props}
      act={useAct()}
      mark={`order ${order.id}`}
      title={[card?.name, order.estate].filter(Boolean).join(' · ') || m.order.type[order.type]}
    />
  );
}
