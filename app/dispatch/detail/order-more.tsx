import { useMemo, useState } from 'react';
import type { Order } from '#domain/order/order.ts';
import { OrderSteps } from '../../care/steps/order-steps.tsx';
import type { StepProps } from '../../care/steps/step.ts';
import type { StepName } from '../../care/steps/steps-of.ts';
import { useBoard } from '../../live/use-live.tsx';
import { useStore, whole } from '../../live/use-store.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { useConsole } from '../state/console.ts';

/** Steps that the console has as dialogs of its own. */
const AS_DIALOGS: ReadonlySet<StepName> = new Set<StepName>(['appointment.confirm', 'appointment.change']);

/** What else may be done about the order, from the remote fix to a merge; an order without coordinates is put on the map at once. */
export function OrderMore({ order }: { order: Order }) {
  const m = useMessages().steps;
  const console = useConsole();
  const now = useStore(console.now, whole);
  const board = useBoard((watched) => watched.areas.get(order.areaId));
  const may = useMemo(() => new Set(console.viewer.may), [console]);
  const [busy, setBusy] = useState(false);
  if (!board) return null;
  const run: StepProps['run'] = async (acts, done) => {
    setBusy(true);
    let went = true;
    for (const { type, payload } of acts) {
      const answer = await console.send(type, payload, { done, failed: m.title });
      went = answer.ok;
      if (!went) break;
    }
    setBusy(false);
    return went;
  };
  return (
    <OrderSteps order={order} board={board} now={now} may={may} busy={busy} run={run} without={AS_DIALOGS} />
  );
}
