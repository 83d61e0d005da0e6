import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Instant } from '#domain/base/brand.ts';
import type { Order } from '#domain/order/order.ts';
import { MINUTE } from '#domain/time/zone.ts';
import type { RepairOption } from '#protocol/repair.ts';
import { useStore } from '../../live/use-store.ts';
import type { Messages } from '../../ui/i18n/messages.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { clock, promiseWords } from '../../ui/time.ts';
import { toastRefused } from '../../ui/toasts.tsx';
import { useConsole } from '../state/console.ts';
import css from './ripple.module.css';
import { offeredNow } from './still-offered.ts';
import { askOptions } from './use-options.ts';
import { takeWay } from './use-troubles.ts';

interface Props {
  readonly number: number;
  readonly order: Order;
  readonly option: RepairOption;
  readonly onTaken?: (() => void) | undefined;
  /** The day has changed, so that it is no way out any more. */
  readonly onStale: () => void;
}

/** One way out: what it does, what it costs, what the gate says of it, and the press that does it. */
export function WayRow({ number, order, option, onTaken, onStale }: Props) {
  const m = useMessages();
  const r = m.ripple;
  const console = useConsole();
  const [busy, setBusy] = useState(false);
  const now = useStore(console.now, (at) => Math.floor(at / MINUTE) * MINUTE);
  const technicians = useStore(console.board, (board) => board.technicians);
  const name = (id: string) => technicians.get(id)?.name ?? id;
  const estate = useStore(console.board, ({ orders }) =>
    option.kind === 'make_room' ? (orders.get(option.movedOrderId)?.estate ?? option.movedOrderId) : '',
  );
  const act = async () => {
    switch (option.kind) {
      case 'same_time':
      case 'make_room': {
        setBusy(true);
        const tried = await offeredNow(option, () => askOptions(order.id));
        if (typeof tried !== 'string') await takeWay(console, tried.commands);
        setBusy(false);
        if (typeof tried !== 'string') return onTaken?.();
        console.say(r[tried]);
        toastRefused(`way ${order.id}`, r[tried]);
        return onStale();
      }
      case 'lateness_notice':
        return console.dialog.set({ kind: 'late', orderId: order.id, eta: option.etaAt });
      default:
        return console.dialog.set({
          kind: 'change',
          orderId: order.id,
          start: option.start,
          follow:
            option.technicianId === order.technicianId
              ? null
              : { technicianId: option.technicianId, at: option.start },
        });
    }
  };
  const refused = 'outcome' in option && option.outcome === 'refused';
  return (
    <li className={css.way} data-way={option.kind}>
      <span className={css.wayNumber} aria-hidden="true">
        {number}
      </span>
      <span className={css.wayWords}>
        <strong>{wordsOf(option, r, name, estate)}</strong>
        <small>{costOf(option, m, now).join(' · ')}</small>
      </span>
      <Button
        size="compact-xs"
        variant={number === 1 ? 'filled' : 'default'}
        loading={busy}
        disabled={refused}
        aria-label={`${number} ${r.act[option.kind]} ${wordsOf(option, r, name, estate)}`}
        onClick={() => void act()}
      >
        {r.act[option.kind]}
      </Button>
    </li>
  );
}

function wordsOf(
  option: RepairOption,
  r: Messages['ripple'],
  name: (id: string) => string,
  estate: string,
): string {
  switch (option.kind) {
    case 'same_time':
      return r.way.sameTime(name(option.technicianId), clock(option.beginAt));
    case 'make_room':
      return r.way.makeRoom(name(option.technicianId), estate, name(option.movedTo));
    case 'lateness_notice':
      return r.way.late(clock(option.etaAt), option.lateMin);
    default:
      return r.way.change(promiseWords(option.start, option.end), name(option.technicianId));
  }
}

/** Cost by rank, then what has to be done or asked for it. */
function costOf(option: RepairOption, m: Messages, now: Instant): readonly string[] {
  const r = m.ripple;
  const words: (string | false)[] = [];
  if (option.kind === 'lateness_notice')
    words.push(r.cost.promiseLate, option.callBy >= now && r.callBy(clock(option.callBy)));
  else {
    if (option.kind === 'change' || option.kind === 'short_notice') {
      words.push(
        option.callBy >= now && r.callBy(clock(option.callBy)),
        option.needsApproval && r.cost.approval,
      );
    }
    if (option.kind === 'make_room') words.push(option.calls > 0 && r.cost.calls(option.calls));
    const minutes = Math.round(option.travelSeconds / 60);
    words.push(minutes === 0 ? r.cost.noTravel : r.cost.travel(minutes));
    const overtime = Math.round(option.overtimeSeconds / 60);
    words.push(overtime !== 0 && r.cost.overtime(overtime));
    if (option.kind === 'same_time') words.push(option.needsAcceptance && r.cost.acceptance);
    if ('outcome' in option && option.outcome !== 'accepted') {
      const rules = option.rules.filter(({ kind }) => kind !== 'warning').map(({ id }) => id);
      words.push(`${m.refusal.heading[option.outcome]} ${[...new Set(rules)].join(' ')}`);
    }
  }
  return words.filter((word) => word !== false);
}
