'use client';

import { useMemo, useState } from 'react';
import type { AreaId, PersonId } from '#domain/base/brand.ts';
import { TERMINAL_STATUSES } from '#domain/order/order-status.ts';
import { seesPositions } from '#domain/privacy/sees-positions.ts';
import { BoardExpectations } from '../live/expectations.ts';
import { useLive, usePresence } from '../live/use-live.tsx';
import { LivePage, LiveShell, useWatched } from '../shell/live-shell.tsx';
import { useNow } from '../ui/clock.tsx';
import type { FramePerson } from '../ui/frame/app-frame.tsx';
import { hasSeat } from '../ui/frame/seats.ts';
import { useMessages } from '../ui/i18n/provider.tsx';
import { clock } from '../ui/time.ts';
import { ApprovalCard } from './approval-card.tsx';
import { AreaLoads } from './area-loads.tsx';
import classes from './board.module.css';
import { BoardMapLazy } from './board-map-lazy.tsx';
import { type BoardList, listsOf } from './lists.ts';
import { OrderDrawer } from './order-drawer.tsx';
import { OrderRows, SilentRows } from './order-rows.tsx';
import { ofOneStorm, StormApprovals } from './storm-approvals.tsx';
import { tallyOf } from './tally.ts';
import { Tiles } from './tiles.tsx';

export interface BoardAppProps {
  person: FramePerson & { personId: PersonId };
  areas: readonly AreaId[];
}

/** The supervisor's wall. */
export function BoardApp(props: BoardAppProps) {
  return (
    <LivePage areas={props.areas}>
      <BoardScreen {...props} />
    </LivePage>
  );
}

const TICK_MS = 5_000;

function BoardScreen({ person }: BoardAppProps) {
  const m = useMessages();
  const { positions } = useLive();
  const { watched, boards, technicians, people } = useWatched();
  const now = useNow(TICK_MS, boards);
  const presence = usePresence();
  const [chosen, setChosen] = useState<BoardList | null>(null);
  const [openId, setOpenId] = useState<string | null>(null);

  const areas = useMemo(() => boards.map(({ area }) => area), [boards]);
  const orders = useMemo(
    () =>
      boards.flatMap((board) =>
        [...board.orders.values()].filter((order) => !TERMINAL_STATUSES.has(order.status)),
      ),
    [boards],
  );
  const [expectations] = useState(() => new BoardExpectations());
  const sees = seesPositions(person.role);
  const tally = useMemo(
    () => tallyOf(boards, now, sees ? positions.get : null, expectations.of(boards, positions.get, now)),
    [boards, now, sees, positions, expectations],
  );
  const names = useMemo(
    () => new Map([...presence.values()].flat().map((one) => [one.personId, one.name])),
    [presence],
  );

  const list = chosen ?? (tally.approvals.length > 0 ? 'approvals' : 'atRisk');
  const lit = useMemo(() => {
    if (list === 'silent' || list === 'approvals') return new Set<string>();
    return new Set(tally[list].map(({ order }) => order.id));
  }, [list, tally]);
  const orderOf = (id: string) => boards.map((board) => board.orders.get(id)).find(Boolean);
  const open = openId === null ? null : (orderOf(openId) ?? null);
  const storm = ofOneStorm(
    tally.approvals.map((approval) => ({ approval, order: orderOf(approval.orderId) })),
    person,
  );

  return (
    <LiveShell person={person} status={<span>{m.board.updated(clock(now))}</span>} onOrder={setOpenId}>
      <main className={classes.wall}>
        <h1 className={classes.hiddenTitle}>{m.board.title}</h1>
        <Tiles tally={tally} lists={listsOf(person.role)} open={list} onOpen={setChosen} />
        <div className={classes.mapFrame}>
          <BoardMapLazy
            areas={areas}
            orders={orders}
            broken={tally.broken}
            technicians={[...technicians.values()]}
            lit={lit}
            now={now}
            onOpen={setOpenId}
          />
        </div>
        <section className={classes.panel} aria-labelledby="list-title">
          <h2 id="list-title">
            {m.board.tiles[list]}
            <span>{tally[list].length}</span>
          </h2>
          <div className={classes.panelBody}>
            {list === 'approvals' ? (
              tally.approvals.length === 0 ? (
                <p className={classes.emptyList}>{m.board.empty.approvals}</p>
              ) : (
                <>
                  <StormApprovals storm={storm} />
                  {tally.approvals.map((approval) => (
                    <ApprovalCard
                      key={approval.id}
                      approval={approval}
                      order={orderOf(approval.orderId)}
                      viewer={person}
                      requester={names.get(approval.requestedBy) ?? null}
                      now={now}
                      onOpen={setOpenId}
                    />
                  ))}
                </>
              )
            ) : list === 'silent' ? (
              <SilentRows rows={tally.silent} now={now} empty={m.board.empty.silent} />
            ) : (
              <OrderRows
                rows={tally[list]}
                technicians={people}
                empty={m.board.empty[list]}
                onOpen={setOpenId}
              />
            )}
          </div>
        </section>
        <section className={classes.loadsFrame}>
          <AreaLoads loads={tally.loads} />
        </section>
      </main>
      <OrderDrawer
        order={open}
        card={open ? watched.get(open.areaId)?.cards.get(open.id) : undefined}
        technicians={people}
        desk={hasSeat(person.role, 'calls')}
        now={now}
        onClose={() => setOpenId(null)}
      />
    </LiveShell>
  );
}
