import { useState } from 'react';
import { isMoveParent } from '#domain/order/move.ts';
import type { Order } from '#domain/order/order.ts';
import type { OrderCommands } from '#domain/order/order-command.ts';
import { DESK_TYPES } from '#domain/order/order-type.ts';
import { responsibilityLog } from '#domain/responsibility/responsibility-log.ts';
import { resolveStandard } from '#domain/standard/catalogue.ts';
import { CareSteps } from '../../care/care-steps.tsx';
import { CustomerQuestions } from '../../care/customer-questions.tsx';
import { DamageReport } from '../../care/damage-report.tsx';
import { SiteFactsForm } from '../../care/site-facts-form.tsx';
import { useStore, whole } from '../../live/use-store.ts';
import { useLanguage, useMessages } from '../../ui/i18n/provider.tsx';
import { dayAndClock } from '../../ui/time.ts';
import { useConsole } from '../state/console.ts';
import css from './detail.module.css';

/** The customer's questions and urges, and who answers for what went wrong (RESP-01…07, OVRD-02). */
export function OrderCare({ order }: { order: Order }) {
  const m = useMessages().care;
  const console = useConsole();
  const [busy, setBusy] = useState(false);
  const run = async <T extends keyof OrderCommands>(type: T, payload: OrderCommands[T], done: string) => {
    setBusy(true);
    const answer = await console.send(type, payload, { done, failed: m.ask.title });
    setBusy(false);
    return answer.ok;
  };
  const visited = !DESK_TYPES.has(order.type) && !isMoveParent(order) && order.endedAt === null;
  return (
    <section>
      {visited ? (
        <>
          <h3 className={css.heading}>{m.site.title}</h3>
          <SiteFactsForm
            order={order}
            busy={busy}
            onSave={(found) => run('site.record', { orderId: order.id, ...found }, m.site.recorded)}
          />
        </>
      ) : null}
      <h3 className={css.heading}>{m.ask.title}</h3>
      <CustomerQuestions order={order} busy={busy} run={run} />
      <CareSteps order={order} busy={busy} personId={console.viewer.personId} run={run} />
      <h3 className={css.heading}>{m.damage.title}</h3>
      <DamageReport
        order={order}
        busy={busy}
        onReport={() => run('damage.report', { orderId: order.id }, m.damage.reported)}
      />
      <Responsibility order={order} />
    </section>
  );
}

/** Everything that somebody answers for, by unit and person (RESP-05). */
function Responsibility({ order }: { order: Order }) {
  const m = useMessages();
  const language = useLanguage();
  const now = useStore(useConsole().now, whole);
  const log = responsibilityLog(order, resolveStandard(order.standardId, order.standardVersion), now);
  if (log.length === 0) return null;
  const timers: Readonly<Record<string, string>> = m.dispatch.timers;
  return (
    <>
      <h3 className={css.heading}>{m.care.responsibility.title}</h3>
      <ul className={css.responsibility}>
        {log.map(({ at, kind, timer, unit, personId }) => (
          <li key={`${at}${kind}${timer}`}>
            {dayAndClock(at, now, m, language)} {m.care.responsibility[kind]}
            {timer ? `：${timers[timer] ?? timer}` : ''} · {unit} · {personId ?? m.care.responsibility.nobody}
          </li>
        ))}
      </ul>
    </>
  );
}
