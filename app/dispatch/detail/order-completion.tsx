import { useMemo, useState } from 'react';
import type { Order } from '#domain/order/order.ts';
import { FactsForm } from '../../calls/forms/facts-form.tsx';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { useConsole } from '../state/console.ts';
import css from './detail.module.css';

/** What keeps an order from being dispatched, supplied where the dispatcher reads of it (INTK-01, INTK-08, INTK-09). */
export function OrderCompletion({ order }: { order: Order }) {
  const m = useMessages();
  const console = useConsole();
  const [busy, setBusy] = useState(false);
  const { may } = console.viewer;
  const allowed = useMemo(() => new Set(may), [may]);
  if (order.status !== 'draft' && order.status !== 'in_review') return null;
  return (
    <section data-completion>
      <h3 className={css.heading}>{m.calls.facts.title}</h3>
      <FactsForm
        key={order.id}
        order={order}
        may={allowed}
        busy={busy}
        run={async (act, done) => {
          setBusy(true);
          await console.send(act.type, act.payload, { done, failed: m.calls.facts.title });
          setBusy(false);
        }}
      />
    </section>
  );
}
