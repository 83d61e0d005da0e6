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
import { toastDone } from '../ui/toasts.tsx';
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

const NONE: ReadonlySet<string> = new Set();

/**
 * Allows the changes of one storm with one reason; each order keeps an approval of its own, and is judged anew as it is carried out (E-44).
 * What is refused meanwhile stays in the list and is named.
 */
export function StormApprovals({ storm }: { storm: readonly Waiting[] }) {
  const m = useMessages().board.approval.storm;
  const live = useLive();
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<ReadonlySet<string>>(NONE);
  const left = storm.filter(({ approval }) => refused.has(approval.id));
  if (storm.length < 2 && !busy && left.length === 0) return null;

  const approveAll = async () => {
    setBusy(true);
    setRefused(NONE);
    const notAllowed = new Set<string>();
    for (const { approval } of storm) {
      const answer = await live.send('approval.approve', {
        approvalId: approval.id,
        reason: reason.trim(),
      });
      if (!answer.ok) notAllowed.add(approval.id);
    }
    setBusy(false);
    setRefused(notAllowed);
    if (notAllowed.size === 0) setReason('');
    if (notAllowed.size < storm.length) toastDone(m.done(storm.length - notAllowed.size));
  };

  return (
    <section className={classes.approval} data-storm={storm.length}>
      <header>
        <h3>{m.title(storm.length)}</h3>
        <p>{m.hint}</p>
      </header>
      {left.length > 0 ? (
        <p className={classes.reason} role="alert">
          {m.refused(left.map(({ approval, order }) => order?.number ?? approval.orderId))}
        </p>
      ) : null}
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
          <Button
            disabled={reason.trim() === '' || storm.length === 0}
            loading={busy}
            onClick={() => void approveAll()}
          >
            {m.approve(storm.length)}
          </Button>
        </div>
      </div>
    </section>
  );
}
