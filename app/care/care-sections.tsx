'use client';

import type { ReactNode } from 'react';
import { isMoveParent } from '#domain/order/move.ts';
import type { Order } from '#domain/order/order.ts';
import type { OrderCommands } from '#domain/order/order-command.ts';
import { DESK_TYPES } from '#domain/order/order-type.ts';
import type { CommandType } from '#protocol/command.ts';
import { useMessages } from '../ui/i18n/provider.tsx';
import { CareSteps } from './care-steps.tsx';
import { CustomerQuestions } from './customer-questions.tsx';
import { DamageReport } from './damage-report.tsx';
import { SiteFactsForm } from './site-facts-form.tsx';

/** What whoever speaks with a customer may write down: the home, questions and who owns them, damage (INTK-04, RESP-01…07, DMG-01). */
export function CareSections(props: {
  order: Order;
  busy: boolean;
  personId: string;
  /** Commands that this person's role may send. */
  may: ReadonlySet<CommandType>;
  run: <T extends keyof OrderCommands>(type: T, payload: OrderCommands[T], done: string) => Promise<boolean>;
  /** How the screen around it writes a heading. */
  heading: (words: string) => ReactNode;
  /** The screen has the hand-over of the matter in another form. */
  withoutOwner?: boolean;
}) {
  const m = useMessages().care;
  const { order, busy, may, run, heading } = props;
  const orderId = order.id;
  const open = order.endedAt === null;
  const visited = !DESK_TYPES.has(order.type) && !isMoveParent(order);
  return (
    <>
      {visited && open && may.has('site.record') ? (
        <>
          {heading(m.site.title)}
          <SiteFactsForm
            order={order}
            busy={busy}
            onSave={(found) => run('site.record', { orderId, ...found }, m.site.recorded)}
          />
        </>
      ) : null}
      {may.has('question.ask') ? (
        <>
          {heading(m.ask.title)}
          <CustomerQuestions order={order} busy={busy} run={run} />
          {props.withoutOwner ? null : (
            <CareSteps order={order} busy={busy} personId={props.personId} run={run} />
          )}
        </>
      ) : null}
      {may.has('damage.report') ? (
        <>
          {heading(m.damage.title)}
          <DamageReport
            order={order}
            busy={busy}
            onReport={(report) => run('damage.report', report, m.damage.reported)}
          />
        </>
      ) : null}
    </>
  );
}
