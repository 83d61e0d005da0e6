'use client';

import { useMemo, useState } from 'react';
import type { AreaId, PersonId } from '#domain/base/brand.ts';
import type { CommandType } from '#protocol/command.ts';
import { ApprovalCard } from '../board/approval-card.tsx';
import type { Board } from '../live/board.ts';
import { BoardExpectations } from '../live/expectations.ts';
import { LiveProvider, useBoard, useConnection, useLive, usePresence } from '../live/use-live.tsx';
import { NoticeBell } from '../notices/notice-bell.tsx';
import { useNow } from '../ui/clock.tsx';
import { ConnectionBanner, ConnectionDot } from '../ui/connection-banner.tsx';
import { AppFrame, type FramePerson } from '../ui/frame/app-frame.tsx';
import { seatsOf } from '../ui/frame/seats.ts';
import { useMessages } from '../ui/i18n/provider.tsx';
import { EmptyState, LoadingState } from '../ui/states.tsx';
import classes from './calls.module.css';
import { deskOf } from './desk.ts';
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
  const m = useMessages().common;
  return (
    <LiveProvider areas={props.areas} undoReason={m.undo}>
      <CallsScreen {...props} />
    </LiveProvider>
  );
}

const TICK_MS = 10_000;
const areasOf = (board: Board) => board.areas;

function CallsScreen({ person, may }: CallsAppProps) {
  const m = useMessages();
  const now = useNow(TICK_MS);
  const connection = useConnection();
  const watched = useBoard(areasOf);
  const presence = usePresence();
  const [wanted, setWanted] = useState<WorkGroup | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const { positions } = useLive();
  const [expectations] = useState(() => new BoardExpectations());
  const desk = useMemo(() => {
    const boards = [...watched.values()];
    return deskOf(boards, now, expectations.of(boards, positions.get, now));
  }, [watched, now, positions, expectations]);
  const allowed = useMemo(() => new Set(may), [may]);
  const names = useMemo(
    () => new Map([...presence.values()].flat().map((one) => [one.personId, one.name])),
    [presence],
  );
  const count = (group: WorkGroup) =>
    group === 'approvals' ? desk.approvals.length : desk.items[group].length;
  const group = wanted ?? WORK_GROUPS.find((one) => count(one) > 0) ?? 'calls';
  const items = group === 'approvals' ? [] : desk.items[group];
  const open = items.find(({ key }) => key === chosen) ?? null;

  return (
    <AppFrame
      person={person}
      status={
        <>
          <ConnectionDot connection={connection} />
          <NoticeBell viewer={person} onOpen={(orderId) => show(orderId)} />
        </>
      }
    >
      <ConnectionBanner connection={connection} />
      {watched.size === 0 ? (
        <LoadingState label={m.common.loading} />
      ) : (
        <main className={classes.desk} data-open={open ? '' : undefined}>
          <h1 className={classes.hiddenTitle}>{m.calls.title}</h1>
          <nav className={classes.groups} aria-label={m.calls.title}>
            {WORK_GROUPS.map((one) => (
              <button
                key={one}
                type="button"
                className={classes.group}
                aria-pressed={one === group}
                data-group={one}
                data-over={
                  one !== 'approvals' && desk.items[one].some((item) => isOverdue(item, now)) ? '' : undefined
                }
                onClick={() => {
                  setWanted(one);
                  setChosen(null);
                }}
              >
                {m.calls.groups[one]}
                <span>{count(one)}</span>
              </button>
            ))}
          </nav>
          <section className={classes.list} aria-labelledby="group-title">
            <h2 id="group-title">
              {m.calls.groups[group]}
              <small>{m.calls.groupHints[group]}</small>
            </h2>
            <div className={classes.listBody}>
              {count(group) === 0 ? (
                <EmptyState title={m.calls.empty[group]} />
              ) : group === 'approvals' ? (
                desk.approvals.map(({ approval, order }) => (
                  <ApprovalCard
                    key={approval.id}
                    approval={approval}
                    order={order}
                    viewer={person}
                    requester={names.get(approval.requestedBy) ?? null}
                    now={now}
                    onOpen={show}
                  />
                ))
              ) : (
                <WorkRows
                  key={group}
                  items={items}
                  cards={desk.cards}
                  chosen={chosen}
                  now={now}
                  onChoose={setChosen}
                />
              )}
            </div>
          </section>
          <section className={classes.work} aria-label={m.calls.work}>
            {open ? (
              <WorkPanel
                key={open.key}
                item={open}
                card={desk.cards.get(open.order.id)}
                technician={
                  open.order.technicianId === null ? undefined : desk.technicians.get(open.order.technicianId)
                }
                personId={person.personId}
                personName={person.name}
                may={allowed}
                console={seatsOf(person.role).some(({ name }) => name === 'dispatch')}
                now={now}
                onBack={() => setChosen(null)}
              />
            ) : (
              <EmptyState title={m.calls.choose} body={m.calls.chooseBody} />
            )}
          </section>
        </main>
      )}
    </AppFrame>
  );

  /** The most urgent thing to do about an order, in whichever list it stands. */
  function show(orderId: string): void {
    for (const one of WORK_GROUPS) {
      if (one === 'approvals') continue;
      const item = desk.items[one].find(({ order }) => order.id === orderId);
      if (!item) continue;
      setWanted(one);
      setChosen(item.key);
      return;
    }
  }
}
