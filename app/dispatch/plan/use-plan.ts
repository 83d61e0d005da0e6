import { useEffect, useMemo, useRef, useState } from 'react';
import type { OrderId } from '#domain/base/brand.ts';
import type { PlanRun } from '#protocol/plan.ts';
import { useLive } from '../../live/use-live.tsx';
import { useStore } from '../../live/use-store.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { toastDone } from '../../ui/toasts.tsx';
import { toastRefusal } from '../assign/outcome-toast.tsx';
import { useConsole } from '../state/console.ts';
import { callApi } from '../state/read-api.ts';
import { type PlanChange, type PlanGhost, pickedAtFirst, planChanges, planGhosts } from './plan-proposal.ts';

const ASK_EVERY_MS = 500;

export type PlanState =
  | { kind: 'running'; progress: number }
  | { kind: 'ready'; runs: readonly PlanRun[] }
  | { kind: 'failed'; why: string };

/** The plan of the day as the console handles it: asked for, awaited, looked at, taken or left. */
export interface Plan {
  readonly state: PlanState | null;
  readonly changes: readonly PlanChange[];
  readonly picked: ReadonlySet<OrderId>;
  readonly ghosts: ReadonlyMap<string, readonly PlanGhost[]>;
  readonly publishing: boolean;
  begin(): void;
  pick(orderIds: readonly OrderId[], on: boolean): void;
  accept(): Promise<void>;
  discard(): void;
}

const NO_CHANGES: readonly PlanChange[] = [];

export function usePlan(): Plan {
  const m = useMessages().dispatch.plan;
  const live = useLive();
  const console = useConsole();
  const [state, setState] = useState<PlanState | null>(null);
  const [picked, setPicked] = useState<ReadonlySet<OrderId>>(new Set());
  const [publishing, setPublishing] = useState(false);
  const asking = useRef<AbortController | null>(null);
  const asked = useRef<readonly PlanRun[]>([]);
  const orders = useStore(console.board, (board) => board.orders);
  useEffect(() => () => asking.current?.abort(), []);

  const changes = useMemo(
    () => (state?.kind === 'ready' ? planChanges(state.runs, orders) : NO_CHANGES),
    [state, orders],
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
    setState({ kind: 'running', progress: 0 });
    const { areas } = console.view.get();
    const areaIds = areas.length > 0 ? areas : console.board.get().areas.map(({ id }) => id);
    try {
      const runs = await runPlans(areaIds, console.date(), controller.signal, (now) => {
        asked.current = now;
        setState({ kind: 'running', progress: now.reduce((sum, run) => sum + shareOf(run), 0) / now.length });
      });
      asked.current = [];
      const failed = runs.find(({ status }) => status === 'failed');
      if (failed) return setState({ kind: 'failed', why: failed.failure ?? '' });
      setState({ kind: 'ready', runs });
      setPicked(pickedAtFirst(planChanges(runs, console.board.get().orders)));
      console.say(m.ready);
    } catch (error) {
      if (controller.signal.aborted) return;
      setState({ kind: 'failed', why: error instanceof Error ? error.message : String(error) });
    }
  };

  const accept = async () => {
    if (state?.kind !== 'ready') return;
    setPublishing(true);
    let moved = 0;
    for (const run of state.runs) {
      const mine = run.proposal?.changed.filter((id) => picked.has(id)) ?? [];
      if (mine.length === 0 || run.baseSeq === null) continue;
      const whole = mine.length === run.proposal?.changed.length;
      const answer = await live.send('plan.publish', {
        planId: run.id,
        baseSeq: run.baseSeq,
        reason: m.change.givenBackReason,
        ...(whole ? {} : { accept: mine }),
      });
      if (answer.ok) moved += mine.length;
      else toastRefusal({ id: `plan ${run.id}`, heading: m.title, refusal: answer, now: console.now.get() });
    }
    setPublishing(false);
    if (moved === 0) return;
    setState(null);
    console.say(m.published(moved));
    toastDone(m.published(moved));
  };

  return {
    state,
    changes,
    picked,
    ghosts,
    publishing,
    begin: () => void begin(),
    accept,
    pick: (orderIds, on) =>
      setPicked((before) => {
        const next = new Set(before);
        for (const id of orderIds) on ? next.add(id) : next.delete(id);
        return next;
      }),
    discard: () => {
      callOff();
      setState(null);
    },
  };
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

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
