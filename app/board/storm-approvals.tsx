'use client';

import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Approval } from '#domain/approval/approval.ts';
import { mayApprove } from '#domain/base/finding.ts';
import type { Role } from '#domain/base/role.ts';
import type { Order } from '#domain/order/order.ts';
import type { OrderCommands } from '#domain/order/order-command.ts';
import { useLive } from '../live/use-live.tsx';
import { useMessages } from '../ui/i18n/provider.tsx';
import { toastDone, toastRefused } from '../ui/toasts.tsx';
import classes from './board.module.css';

/** A request that waits, and the order that it is about. */
export interface Waiting {
  readonly approval: Approval;
  readonly order: Order | undefined;
}

/** The changes by force majeure that this person may decide: a storm moves many, and each is asked for alone (E-44). */
export function ofOneStorm(
  waiting: readonly Waiting[],
  viewer: { role: Role; personId: string },
): readonly Waiting[] {
  return waiting.filter(({ approval }) => {
    if (approval.command.type !== 'appointment.change') return false;
    const { cause } = approval.command.payload as OrderCommands['appointment.change'];
    const own = approval.requestedBy === viewer.personId;
    return cause === 'force_majeure' && !own && mayApprove(viewer.role, approval.approver);
  });
}

/**
 * Allows the changes of one storm with one reason; each order keeps an approval of its own, and is judged anew as it is carried out (E-44).
 * What could not be allowed any more is named.
 */
export function StormApprovals({ storm }: { storm: readonly Waiting[] }) {
  const m = useMessages().board.approval.storm;
  const live = useLive();
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  if (storm.length < 2 && !busy) return null;

  const approveAll = async () => {
    setBusy(true);
    const left: string[] = [];
    for (const { approval, order } of storm) {
      const answer = await live.send('approval.approve', {
        approvalId: approval.id,
        reason: reason.trim(),
      });
      if (!answer.ok) left.push(order?.number ?? approval.orderId);
    }
    setBusy(false);
    setReason('');
    if (left.length < storm.length) toastDone(m.done(storm.length - left.length));
    // what can be done no more has left the list: only here it is still named
    if (left.length > 0) toastRefused('storm', m.refused(left));
  };

  return (
    <section className={classes.approval} data-storm={storm.length}>
      <header>
        <h3>{m.title(storm.length)}</h3>
        <p>{m.hint}</p>
      </header>
      <div className={classes.decide}>
        <Textarea
          label={m.reason}
          autosize
          minRows={1}
          maxRows={4}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <div className={classes.decideButtons}>
          <Button disabled={reason.trim() === ''} loading={busy} onClick={() => void approveAll()}>
            {m.approve(storm.length)}
          </Button>
        </div>
      </div>
    </section>
  );
}
