import { isMoveParent } from '#domain/order/move.ts';
import type { Order } from '#domain/order/order.ts';
import { useStore } from '../../live/use-store.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { useConsole } from '../state/console.ts';
import css from './detail.module.css';

/** A move and its two children, each a press away from the others: nobody works at the parent, and the removal waits for the install (SITE-11). */
export function MoveFamily({ order }: { order: Order }) {
  const m = useMessages();
  const console = useConsole();
  const orders = useStore(console.board, (board) => board.orders);
  const parent = order.parentOrderId === null ? order : orders.get(order.parentOrderId);
  const family = [parent, ...(parent?.childIds ?? []).map((id) => orders.get(id))].filter(
    (one) => one !== undefined,
  );
  if (family.length < 2) return null;
  return (
    <section data-family>
      <h3 className={css.heading}>{m.dispatch.detail.family}</h3>
      <ul className={css.family}>
        {family.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              className={css.familyOpen}
              aria-current={one.id === order.id ? 'true' : undefined}
              onClick={() => console.open(one.id)}
            >
              {m.order.type[one.type]} · {one.number}
            </button>
            <span>
              {isMoveParent(one) && one.endedAt === null ? m.order.byChildren : m.order.status[one.status]}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
