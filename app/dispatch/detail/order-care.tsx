import { useMemo, useState } from 'react';
import type { Order } from '#domain/order/order.ts';
import type { OrderCommands } from '#domain/order/order-command.ts';
import { responsibilityLog } from '#domain/responsibility/responsibility-log.ts';
import { standardOf } from '#domain/standard/catalogue.ts';
import { CareSections } from '../../care/care-sections.tsx';
import { memberOf } from '../../live/board.ts';
import { useStore, whole } from '../../live/use-store.ts';
import { useLanguage, useMessages } from '../../ui/i18n/provider.tsx';
import { dayAndClock } from '../../ui/time.ts';
import { useConsole } from '../state/console.ts';
import css from './detail.module.css';

/** The customer's questions and urges, and who answers for what went wrong (RESP-01…07, OVRD-02). */
export function OrderCare({ order }: { order: Order }) {
  const m = useMessages().care;
  const console = useConsole();
  const may = useMemo(() => new Set(console.viewer.may), [console]);
  const [busy, setBusy] = useState(false);
  const run = async <T extends keyof OrderCommands>(type: T, payload: OrderCommands[T], done: string) => {
    setBusy(true);
    const answer = await console.send(type, payload, { done, failed: m.ask.title });
    setBusy(false);
    return answer.ok;
  };
  return (
    <section>
      <CareSections
        order={order}
        busy={busy}
        personId={console.viewer.personId}
        may={may}
        run={run}
        heading={(words) => <h3 className={css.heading}>{words}</h3>}
      />
      <Responsibility order={order} />
    </section>
  );
}

/** Everything that somebody answers for, by unit and person (RESP-05). */
function Responsibility({ order }: { order: Order }) {
  const m = useMessages();
  const language = useLanguage();
  const console = useConsole();
  const now = useStore(console.now, whole);
  const board = useStore(console.board, whole);
  const log = responsibilityLog(order, standardOf(order), now);
  if (log.length === 0) return null;
  const timers: Readonly<Record<string, string>> = m.dispatch.timers;
  return (
    <>
      <h3 className={css.heading}>{m.care.responsibility.title}</h3>
      <ul className={css.responsibility}>
        {log.map(({ at, kind, timer, unit, personId }) => (
          <li key={`${at}${kind}${timer}`}>
            {dayAndClock(at, now, m, language)}{' '}
            {timer
              ? m.common.named(m.care.responsibility[kind], timers[timer] ?? timer)
              : m.care.responsibility[kind]}{' '}
            · {board.areas.find(({ id }) => id === unit)?.name ?? unit} ·{' '}
            {personId === null ? m.care.responsibility.nobody : (memberOf(board, personId)?.name ?? personId)}
          </li>
        ))}
      </ul>
    </>
  );
}
