import { useEffect, useMemo, useState } from 'react';
import type { OrderId } from '#domain/base/brand.ts';
import type { LeftOut } from '#protocol/command.ts';
import type { PlanRun } from '#protocol/plan.ts';
import type { Suggestion } from '#protocol/suggestion.ts';
import type { Board } from '../../live/board.ts';
import { useBoard, useLive } from '../../live/use-live.tsx';
import { useStore } from '../../live/use-store.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { toastDone } from '../../ui/toasts.tsx';
import { toastRefusal } from '../assign/outcome-toast.tsx';
import { type PlanChange, type PlanGhost, planChanges, planGhosts } from '../plan/plan-proposal.ts';
import { useConsole } from '../state/console.ts';
import { callApi } from '../state/read-api.ts';

/** A suggestion as the console shows it. */
export interface ShownSuggestion {
  readonly run: PlanRun;
  readonly suggestion: Suggestion;
  readonly changes: readonly PlanChange[];
  readonly picked: ReadonlySet<OrderId>;
  /** Orders that the server named when it did not publish. */
  readonly left: readonly LeftOut[];
  readonly sending: boolean;
  pick(orderIds: readonly OrderId[], on: boolean): void;
  accept(): Promise<void>;
  dismiss(): Promise<void>;
}

const NO_CHANGES: readonly PlanChange[] = [];
const NO_ORDERS: ReadonlySet<OrderId> = new Set();
const NONE_LEFT: readonly LeftOut[] = [];
const NO_GHOSTS: ReadonlyMap<string, readonly PlanGhost[]> = new Map();
const standingOf = (board: Board) =>
  [...board.areas.values()].flatMap(({ suggestion }) => suggestion ?? []).join(' ');

/** The first suggestion that stands in a shown area, with its ghosts while it is looked at. */
export function useSuggestion(looking: boolean): {
  shown: ShownSuggestion | null;
  ghosts: ReadonlyMap<string, readonly PlanGhost[]>;
} {
  const m = useMessages().ripple.suggestion;
  const live = useLive();
  const console = useConsole();
  const standing = useBoard(standingOf);
  const areas = useStore(console.view, (view) => view.areas);
  const orders = useStore(console.board, (board) => board.orders);
  const [runs, setRuns] = useState<readonly PlanRun[]>([]);
  // What the dispatcher has left out stays out when another suggestion takes the place of the one in their hands.
  const [unwanted, setUnwanted] = useState<ReadonlySet<OrderId>>(NO_ORDERS);
  const [refusedOf, setRefusedOf] = useState<{ id: string; left: readonly LeftOut[] } | null>(null);
  // What the server did not take of this very suggestion, unless it was picked again.
  const [barred, setBarred] = useState<ReadonlySet<OrderId>>(NO_ORDERS);
  const [sending, setSending] = useState(false);
  useEffect(() => {
    const controller = new AbortController();
    const ids = standing === '' ? [] : standing.split(' ');
    Promise.all(ids.map((id) => callApi<PlanRun>(`/api/v1/plans/${id}`, { signal: controller.signal }))).then(
      (read) => setRuns(read.filter(({ status }) => status === 'ready')),
      // A suggestion that cannot be read is none; the next one is asked for anew.
      () => controller.signal.aborted || setRuns([]),
    );
    return () => controller.abort();
  }, [standing]);

  const run = runs.find(({ areaId }) => areas.length === 0 || areas.includes(areaId)) ?? null;
  const changes = useMemo(() => (run ? planChanges([run], orders) : NO_CHANGES), [run, orders]);
  const picked = useMemo(
    () => new Set((run?.proposal?.changed ?? []).filter((id) => !unwanted.has(id) && !barred.has(id))),
    [run, unwanted, barred],
  );
  const ghosts = useMemo(
    () => (looking ? planGhosts(changes, picked) : NO_GHOSTS),
    [looking, changes, picked],
  );
  const isNew = run?.id;
  useEffect(() => {
    if (!isNew) return;
    setBarred(NO_ORDERS);
    console.say(m.title);
  }, [isNew, console, m]);
  if (!run?.proposal) return { shown: null, ghosts: NO_GHOSTS };

  const refused = (answer: Parameters<typeof toastRefusal>[0]['refusal']) =>
    toastRefusal({ id: `plan ${run.id}`, heading: m.title, refusal: answer, now: console.now.get() });
  const accept = async () => {
    const mine = changes.map(({ order }) => order.id).filter((id) => picked.has(id));
    if (mine.length === 0 || run.baseSeq === null) return;
    setSending(true);
    const whole = mine.length === run.proposal?.changed.length;
    const answer = await live.send('plan.publish', {
      planId: run.id,
      baseSeq: run.baseSeq,
      ...(whole ? {} : { accept: mine }),
    });
    setSending(false);
    if (!answer.ok && answer.leftOut) {
      setRefusedOf({ id: run.id, left: answer.leftOut });
      return setBarred(new Set(answer.leftOut.map(({ orderId }) => orderId)));
    }
    if (!answer.ok) return refused(answer);
    setUnwanted(NO_ORDERS);
    console.say(m.taken(mine.length));
    toastDone(m.taken(mine.length));
  };
  const dismiss = async () => {
    setSending(true);
    const answer = await live.send('plan.dismiss', { planId: run.id });
    setSending(false);
    if (!answer.ok) return refused(answer);
    setUnwanted(NO_ORDERS);
    console.say(m.dismissed);
  };
  const pick: ShownSuggestion['pick'] = (orderIds, on) => {
    const without = new Set([...unwanted].filter((id) => !orderIds.includes(id)));
    setUnwanted(on ? without : new Set([...without, ...orderIds]));
    if (on) setBarred(new Set([...barred].filter((id) => !orderIds.includes(id))));
  };
  const suggestion = run.proposal as Suggestion;
  const left = refusedOf?.id === run.id ? refusedOf.left : NONE_LEFT;
  return { shown: { run, suggestion, changes, picked, left, sending, pick, accept, dismiss }, ghosts };
}
