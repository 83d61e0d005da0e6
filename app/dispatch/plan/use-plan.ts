import { useEffect, useMemo, useRef, useState } from 'react';
import type { OrderId } from '#domain/base/brand.ts';
import type { ProblemFault } from '#domain/scheduling/judge-problem.ts';
import type { LeftOut } from '#protocol/command.ts';
import type { PlanRun } from '#protocol/plan.ts';
import { useLive } from '../../live/use-live.tsx';
import { useStore } from '../../live/use-store.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { pause } from '../../ui/pause.ts';
import { toastDone, toastRefused } from '../../ui/toasts.tsx';
import { toastRefusal } from '../assign/outcome-toast.tsx';
import { useConsole } from '../state/console.ts';
import { callApi } from '../state/read-api.ts';
import { failureFaults, failureWords } from './failure-words.ts';
import {
  changedSince,
  type PlanChange,
  type PlanGhost,
  pickedAtFirst,
  pickedOf,
  planChanges,
  planGhosts,
  versionsOf,
} from './plan-proposal.ts';
import { publishRuns } from './publish-runs.ts';

const ASK_EVERY_MS = 500;

export type PlanState =
  | { kind: 'running'; progress: number }
  | { kind: 'ready'; runs: readonly PlanRun[] }
  | { kind: 'failed'; why: string; faults: readonly ProblemFault[] };

/** The plan of the day as the console handles it: asked for, awaited, looked at, taken or left. */
export interface Plan {
  readonly state: PlanState | null;
  readonly changes: readonly PlanChange[];
  readonly picked: ReadonlySet<OrderId>;
  /** Orders that have changed since the proposal came: they cannot be taken any more. */
  readonly outdated: ReadonlySet<OrderId>;
  /** Those that the server named when it did not publish. */
  readonly left: readonly LeftOut[];
  readonly ghosts: ReadonlyMap<string, readonly PlanGhost[]>;
  readonly publishing: boolean;
  begin(): void;
  pick(orderIds: readonly OrderId[], on: boolean): void;
  accept(): Promise<void>;
  discard(): void;
}

const NO_CHANGES: readonly PlanChange[] = [];
const NONE_LEFT: readonly LeftOut[] = [];
const NONE_PICKED: ReadonlySet<OrderId> = new Set();
const NO_VERSIONS: ReadonlyMap<OrderId, number> = new Map();

export function usePlan(): Plan {
  const m = useMessages().dispatch.plan;
  const live = useLive();
  const console = useConsole();
  const [state, setState] = useState<PlanState | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<OrderId>>(new Set());
  const [seen, setSeen] = useState(NO_VERSIONS);
  const [left, setLeft] = useState(NONE_LEFT);
  const [publishing, setPublishing] = useState(false);
  const asking = useRef<AbortController | null>(null);
  const asked = useRef<readonly PlanRun[]>([]);
  const orders = useStore(console.board, (board) => board.orders);
  useEffect(() => () => asking.current?.abort(), []);

  const changes = useMemo(
    () => (state?.kind === 'ready' ? planChanges(state.runs, orders) : NO_CHANGES),
    [state, orders],
  );
  const outdated = useMemo(() => changedSince(changes, seen), [changes, seen]);
  const picked = useMemo(
    () => (state?.kind === 'ready' ? pickedOf(state.runs, chosen, outdated) : NONE_PICKED),
    [state, chosen, outdated],
  );
  const ghosts = useMemo(() => planGhosts(changes, picked), [changes, picked]);
  useEffect(() => {
    console.proposed.set(new Set(changes.map(({ order }) => order.id).filter((id) => picked.has(id))));
  }, [console, changes, picked]);

  /** Waits no longer, and lets the planner know; a plan that was done in the meantime says so and is left as it is. */
  const callOff = () => {
    asking.current?.abort();
    for (const { id, status } of asked.current)
      if (status === 'running') void live.send('plan.dismiss', { planId: id });
    asked.current = [];
  };

  const begin = async () => {
    callOff();
    const controller = new AbortController();
    asking.current = controller;
    const { areas } = console.view.get();
    const areaIds = areas.length > 0 ? areas : console.board.get().areas.map(({ id }) => id);
    // The board is not here yet: of nothing it would be said that it stands as well as it can.
    if (areaIds.length === 0) return;
    setState({ kind: 'running', progress: 0 });
    try {
      const runs = await runPlans(areaIds, console.date(), controller.signal, (now) => {
        asked.current = now;
        setState({ kind: 'running', progress: now.reduce((sum, run) => sum + shareOf(run), 0) / now.length });
      });
      asked.current = [];
      // One that was called off elsewhere has no proposal either.
      const failed = runs.filter(({ proposal }) => proposal === null);
      const done = runs.filter((run) => !failed.includes(run));
      const [first] = failed;
      if (first && done.length === 0)
        return setState({
          kind: 'failed',
          why: failureWords(first.failure ?? first.status, m.failure),
          faults: failed.flatMap(({ failure }) => failureFaults(failure)),
        });
      // What could be planned is shown; an area that could not says so.
      for (const { id, areaId, failure, status } of failed) {
        const area = console.board.get().areas.find((one) => one.id === areaId);
        toastRefused(
          `plan ${id}`,
          m.failure.area(area?.name ?? areaId, failureWords(failure ?? status, m.failure)),
        );
      }
      const found = planChanges(done, console.board.get().orders);
      setState({ kind: 'ready', runs: done });
      setLeft(NONE_LEFT);
      setSeen(versionsOf(found));
      setChosen(pickedAtFirst(found));
      console.say(m.ready);
    } catch {
      if (!controller.signal.aborted) setState({ kind: 'failed', why: m.failure.unanswered, faults: [] });
    }
  };

  const accept = async () => {
    if (state?.kind !== 'ready') return;
    setPublishing(true);
    const reason = m.change.givenBackReason;
    const done = await publishRuns(state.runs, picked, ({ id, baseSeq }, accept) =>
      live.send('plan.publish', { planId: id, baseSeq, reason, ...(accept ? { accept } : {}) }),
    );
    setPublishing(false);
    for (const { run, refusal } of done.refused)
      toastRefusal({ id: `plan ${run.id}`, heading: m.title, refusal, now: console.now.get() });
    if (done.moved > 0) {
      console.say(m.published(done.moved));
      toastDone(m.published(done.moved));
    }
    if (done.open.length === 0) return done.moved > 0 ? setState(null) : undefined;
    setState({ kind: 'ready', runs: done.open });
    setLeft(done.left);
    unpick(done.left.map(({ orderId }) => orderId));
  };

  const unpick = (orderIds: readonly OrderId[]) => setChosen((before) => without(before, orderIds));

  return {
    state,
    changes,
    picked,
    outdated,
    left,
    ghosts,
    publishing,
    begin: () => void begin(),
    accept,
    pick: (orderIds, on) =>
      on ? setChosen((before) => new Set([...before, ...orderIds])) : unpick(orderIds),
    discard: () => {
      callOff();
      setState(null);
    },
  };
}

function without(ids: ReadonlySet<OrderId>, out: readonly OrderId[]): ReadonlySet<OrderId> {
  return new Set([...ids].filter((id) => !out.includes(id)));
}

/** Asks for one plan an area and waits for all of them. */
async function runPlans(
  areaIds: readonly string[],
  date: string,
  signal: AbortSignal,
  onProgress: (runs: readonly PlanRun[]) => void,
): Promise<readonly PlanRun[]> {
  let runs = await Promise.all(
    areaIds.map((areaId) =>
      callApi<PlanRun>('/api/v1/plans', { method: 'POST', body: JSON.stringify({ areaId, date }), signal }),
    ),
  );
  while (runs.some(({ status }) => status === 'running')) {
    onProgress(runs);
    await pause(ASK_EVERY_MS, signal);
    runs = await Promise.all(
      runs.map((run) =>
        run.status === 'running' ? callApi<PlanRun>(`/api/v1/plans/${run.id}`, { signal }) : run,
      ),
    );
  }
  return runs;
}

function shareOf({ status, progress }: PlanRun): number {
  return status === 'running' ? Math.min(0.99, progress?.spent ?? 0) : 1;
}
