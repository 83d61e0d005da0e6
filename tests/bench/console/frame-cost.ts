/** One event of a Chromium trace, as far as it is read here. Times in microseconds. */
export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** Processor time of the thread. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** What one frame cost the page's main thread, milliseconds of processor time: load from elsewhere does not count. */
export interface FrameCost {
  readonly script: number;
  readonly layout: number;
  readonly paint: number;
}

const SCRIPT =
  /^(FunctionCall|EvaluateScript|EventDispatch|FireAnimationFrame|TimerFire|RunMicrotasks|FireIdleCallback|MinorGC|MajorGC|BlinkGC|v8|V8)/;
const LAYOUT = /^(UpdateLayoutTree|Layout|HitTest|ParseHTML|ParseAuthorStyleSheet|InvalidateLayout)/;
const PAINT = /^(PrePaint|Paint|Layerize|Commit|UpdateLayer|CompositeLayers|Decode|RasterTask)/;

/** The frames between two marks of `performance.mark`, each from the end of one commit to the end of the next. */
export function frameCosts(events: readonly TraceEvent[], from: string, to: string): readonly FrameCost[] {
  const begin = events.find(({ name }) => name === from);
  const end = events.find(({ name }) => name === to);
  if (!begin || !end) throw new Error(`The trace has no marks "${from}" and "${to}".`);
  const ours = events
    .filter(({ ph, pid, tid }) => ph === 'X' && pid === begin.pid && tid === begin.tid)
    .filter(({ ts }) => ts >= begin.ts && ts <= end.ts)
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const commits = ours.filter(({ name }) => name === 'Commit').map(({ ts, dur = 0 }) => ts + dur);
  const costs = commits.map(() => ({ script: 0, layout: 0, paint: 0 }));
  let frame = 0;
  for (const { event, self } of selfTimes(ours)) {
    while (frame < commits.length && event.ts >= commits[frame]!) frame += 1;
    const cost = costs[frame];
    const kind = kindOf(event.name);
    if (cost && kind) cost[kind] += self / 1000;
  }
  return costs;
}

function kindOf(name: string): keyof FrameCost | null {
  if (SCRIPT.test(name)) return 'script';
  if (LAYOUT.test(name)) return 'layout';
  return PAINT.test(name) ? 'paint' : null;
}

/** Each event with its time without that of the events inside it; sorted by beginning, as they came. */
function selfTimes(sorted: readonly TraceEvent[]): readonly { event: TraceEvent; self: number }[] {
  const open: { event: TraceEvent; self: number; ends: number }[] = [];
  return sorted.map((event) => {
    const cost = event.tdur ?? event.dur ?? 0;
    while (open.length > 0 && open.at(-1)!.ends <= event.ts) open.pop();
    const around = open.at(-1);
    if (around) around.self -= cost;
    const one = { event, self: cost, ends: event.ts + (event.dur ?? 0) };
    open.push(one);
    return one;
  });
}
