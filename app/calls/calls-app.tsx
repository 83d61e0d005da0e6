'use client';

import { TextInput } from '@mantine/core';
import { useSearchParams } from 'next/navigation';
import { useEffect, useMemo, useState } from 'react';
import type { AreaId, OrderId, PersonId } from '#domain/base/brand.ts';
import type { RuleId } from '#domain/base/rule-id.ts';
import type { CommandType } from '#protocol/command.ts';
import { ApprovalCard } from '../board/approval-card.tsx';
import { ofOneStorm, StormApprovals } from '../board/storm-approvals.tsx';
import { loadSpell, type Spell } from '../dispatch/pool/pool-search.ts';
import { memberOf } from '../live/board.ts';
import { BoardExpectations } from '../live/expectations.ts';
import { useLive, usePresence } from '../live/use-live.tsx';
import { LivePage, LiveShell, useWatched } from '../shell/live-shell.tsx';
import { useNow } from '../ui/clock.tsx';
import type { FramePerson } from '../ui/frame/app-frame.tsx';
import { seatsOf } from '../ui/frame/seats.ts';
import { useMessages } from '../ui/i18n/provider.tsx';
import { EmptyState } from '../ui/states.tsx';
import classes from './calls.module.css';
import { deskOf } from './desk.ts';
import { findOrders } from './find-order.ts';
import { FoundPanel } from './found-panel.tsx';
import { FoundRows } from './found-rows.tsx';
import { isOverdue } from './words.ts';
import { WORK_GROUPS, type WorkGroup } from './work-list.ts';
import { WorkPanel } from './work-panel.tsx';
import { WorkRows } from './work-rows.tsx';

export interface CallsAppProps {
  readonly person: FramePerson & { personId: PersonId };
  readonly areas: readonly AreaId[];
  /** Commands that this person's role may send. */
  readonly may: readonly CommandType[];
}

/** The desk's work lists: who must be told what by when, and everything else that waits for the desk. */
export function CallsApp(props: CallsAppProps) {
  return (
    <LivePage areas={props.areas}>
      <CallsScreen {...props} />
    </LivePage>
  );
}

const TICK_MS = 10_000;

function CallsScreen({ person, may }: CallsAppProps) {
  const m = useMessages();
  const { watched, boards } = useWatched();
  const now = useNow(TICK_MS, boards);
  const presence = usePresence();
  const asked = useSearchParams().get('order');
  const [wanted, setWanted] = useState<WorkGroup | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  /** An order that was looked up, rather than taken from a list. */
  const [orderId, setOrderId] = useState<OrderId | null>(asked);
  const [typed, setTyped] = useState('');
  const [spell, setSpell] = useState<Spell | null>(null);
  const { positions } = useLive();
  const [expectations] = useState(() => new BoardExpectations());
  const desk = useMemo(
    () => deskOf(boards, now, expectations.of(boards, positions.get, now)),
    [boards, now, positions, expectations],
  );
  const found = useMemo(() => findOrders(boards, typed, spell), [boards, typed, spell]);
  const allowed = useMemo(() => new Set(may), [may]);
  const names = useMemo(
    () => new Map([...presence.values()].flat().map((one) => [one.personId, one.name])),
    [presence],
  );
  const searching = typed.trim() !== '';
  useEffect(() => {
    if (searching && spell === null) void loadSpell().then((loaded) => setSpell(() => loaded));
  }, [searching, spell]);
  const count = (group: WorkGroup) =>
    group === 'approvals' ? desk.approvals.length : desk.items[group].length;
  const group = wanted ?? WORK_GROUPS.find((one) => count(one) > 0) ?? 'calls';
  const items = group === 'approvals' ? [] : desk.items[group];
  const open = orderId === null ? (items.find(({ key }) => key === chosen) ?? null) : null;
  const sought = orderId === null ? undefined : boards.map(({ orders }) => orders.get(orderId)).find(Boolean);
  const shown = open?.order ?? sought;
  const board = shown && watched.get(shown.areaId);
  const panel = {
    card: shown && desk.cards.get(shown.id),
    technician: shown?.technicianId && board ? memberOf(board, shown.technicianId) : undefined,
    may: allowed,
    personId: person.personId,
    console: seatsOf(person.role).some(({ name }) => name === 'dispatch'),
    now,
    onBack: () => {
      setChosen(null);
      setOrderId(null);
    },
  };

  return (
    <LiveShell person={person} onOrder={show}>
      <main className={classes.desk} data-open={shown ? '' : undefined}>
        <h1 className={classes.hiddenTitle}>{m.calls.title}</h1>
        <nav className={classes.groups} aria-label={m.calls.title}>
          <TextInput
            type="search"
            className={classes.find}
            aria-label={m.steps.find.label}
            placeholder={m.steps.find.placeholder}
            maxLength={60}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          {WORK_GROUPS.map((one) => (
            <button
              key={one}
              type="button"
              className={classes.group}
              aria-pressed={one === group && !searching}
              data-group={one}
              data-over={
                one !== 'approvals' && desk.items[one].some((item) => isOverdue(item, now)) ? '' : undefined
              }
              onClick={() => {
                setWanted(one);
                setChosen(null);
                setOrderId(null);
                setTyped('');
              }}
            >
              {m.calls.groups[one]}
              <span>{count(one)}</span>
            </button>
          ))}
        </nav>
        <section className={classes.list} aria-labelledby="group-title">
          <h2 id="group-title">
            {searching ? m.steps.find.title : m.calls.groups[group]}
            {searching ? null : <small>{m.calls.groupHints[group]}</small>}
          </h2>
          <div className={classes.listBody}>
            {searching ? (
              <FoundRows found={found} chosen={orderId} onChoose={setOrderId} />
            ) : count(group) === 0 ? (
              <EmptyState title={m.calls.empty[group]} />
            ) : group === 'approvals' ? (
              <>
                <StormApprovals storm={ofOneStorm(desk.approvals, person)} />
                {desk.approvals.map(({ approval, order }) => (
                  <ApprovalCard
                    key={approval.id}
                    approval={approval}
                    order={order}
                    viewer={person}
                    requester={names.get(approval.requestedBy) ?? null}
                    now={now}
                    onOpen={show}
                  />
                ))}
              </>
            ) : (
              <WorkRows
                key={group}
                items={items}
                cards={desk.cards}
                chosen={orderId === null ? chosen : null}
                now={now}
                onChoose={(key) => {
                  setChosen(key);
                  setOrderId(null);
                }}
              />
            )}
          </div>
        </section>
        <section className={classes.work} aria-label={m.calls.work}>
          {open && board ? (
            <WorkPanel {...panel} key={open.key} item={open} board={board} personName={person.name} />
          ) : sought && board ? (
            <FoundPanel {...panel} key={sought.id} order={sought} board={board} />
          ) : (
            <EmptyState title={m.calls.choose} body={m.calls.chooseBody} />
          )}
        </section>
      </main>
    </LiveShell>
  );

  /** What a rule asks for about an order, else the most urgent thing, in whichever list it stands; else the order itself. */
  function show(wantedId: string, rule?: RuleId): void {
    setTyped('');
    const items = WORK_GROUPS.flatMap((one) => (one === 'approvals' ? [] : desk.items[one]))
      .filter(({ order }) => order.id === wantedId)
      .toSorted((a, b) => a.usable - b.usable);
    const item = items.find((one) => one.rule !== null && one.rule === rule) ?? items[0];
    if (item) {
      setWanted(item.group);
      setChosen(item.key);
    }
    setOrderId(item ? null : wantedId);
  }
}
