import type { OrderId } from '#domain/base/brand.ts';
import type { ProblemFault } from '#domain/scheduling/judge-problem.ts';
import { useStore } from '../../live/use-store.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { useConsole } from '../state/console.ts';
import { faultWords } from './failure-words.ts';
import css from './plan.module.css';

/** The values for which a day was not planned: whose each is and what is wrong with it. An order opens from here. */
export function FaultList({ faults }: { faults: readonly ProblemFault[] }) {
  const words = useMessages().dispatch.plan.failure;
  const console = useConsole();
  const { orders, technicians } = useStore(console.board, (board) => board);
  return (
    <ul className={css.changes}>
      {faults.map((fault) => {
        const { kind, id } = fault.subject;
        const order = kind === 'visit' ? orders.get(id as OrderId) : undefined;
        const place = order?.estate ?? order?.number ?? technicians.get(id)?.name ?? id;
        const said = faultWords(fault, words);
        return (
          <li key={`${id} ${fault.field}`} className={css.change} data-fault={id}>
            {order ? (
              <button type="button" className={css.changeWords} onClick={() => console.pick(order.id)}>
                <span className={css.changePlace}>{place}</span>
                <span className={css.changeWhat}>
                  {order.number} · {said}
                </span>
              </button>
            ) : (
              <span className={css.changeWords}>
                <span className={css.changePlace}>{place}</span>
                <span className={css.changeWhat}>{said}</span>
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
