import { Button } from '@mantine/core';
import type { Order } from '#domain/order/order.ts';
import type { RepairOption } from '#protocol/repair.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import css from './ripple.module.css';
import { useOptions } from './use-options.ts';
import { WayRow } from './way-row.tsx';

interface Props {
  readonly order: Order;
  /** One of them was taken. */
  readonly onTaken?: () => void;
}

/** What can be done about an order of today, best first: every way was tried by the server on the day as it stands. */
export function Ways({ order, onTaken }: Props) {
  const m = useMessages();
  const { asked, retry } = useOptions(order.id);
  if (asked.kind === 'asking') return <p className={css.asking}>{m.ripple.asking}</p>;
  if (asked.kind === 'failed') {
    return (
      <div className={css.asking} role="alert">
        <p>{m.ripple.failed}</p>
        <Button size="compact-xs" onClick={retry}>
          {m.common.retry}
        </Button>
      </div>
    );
  }
  const { options } = asked.options;
  if (options.length === 0) return <p className={css.asking}>{m.ripple.noWay}</p>;
  return (
    <ol className={css.ways} aria-label={m.ripple.ways}>
      {options.map((option, index) => (
        <WayRow
          key={wayKey(option)}
          number={index + 1}
          order={order}
          option={option}
          onTaken={onTaken}
          onStale={retry}
        />
      ))}
    </ol>
  );
}

/** What a way is known by: a press that has begun on one must not end on another that has taken its place meanwhile. */
function wayKey(option: RepairOption): string {
  switch (option.kind) {
    case 'lateness_notice':
      return option.kind;
    case 'same_time':
      return `${option.kind} ${option.technicianId}`;
    case 'make_room':
      return `${option.kind} ${option.technicianId} ${option.movedOrderId} ${option.movedTo}`;
    default:
      return `${option.kind} ${option.technicianId} ${option.start}`;
  }
}
