import type { OrderId } from '#domain/base/brand.ts';
import type { CommandAnswer, CommandRefused, LeftOut } from '#protocol/command.ts';
import type { PlanRun } from '#protocol/plan.ts';

/** What became of the proposals that were to be published. */
export interface Published {
  /** Orders that the published ones move. */
  readonly moved: number;
  /** Proposals of which nothing is published yet. */
  readonly open: readonly PlanRun[];
  /** Their orders that cannot be taken as proposed. */
  readonly left: readonly LeftOut[];
  /** Refusals that are not of single orders. */
  readonly refused: readonly { readonly run: PlanRun; readonly refusal: CommandRefused }[];
}

/** Publishes of each proposal what is picked, one after the other: each is one command, and one refused leaves the others as they are. */
export async function publishRuns(
  runs: readonly PlanRun[],
  picked: ReadonlySet<OrderId>,
  publish: (run: PlanRun & { baseSeq: number }, accept: readonly OrderId[] | null) => Promise<CommandAnswer>,
): Promise<Published> {
  let moved = 0;
  const open: PlanRun[] = [];
  const left: LeftOut[] = [];
  const refused: { run: PlanRun; refusal: CommandRefused }[] = [];
  for (const run of runs) {
    const changed = run.proposal?.changed ?? [];
    const mine = changed.filter((id) => picked.has(id));
    if (mine.length === 0 || run.baseSeq === null) continue;
    const whole = mine.length === changed.length;
    const answer = await publish({ ...run, baseSeq: run.baseSeq }, whole ? null : mine);
    if (answer.ok) moved += mine.length;
    else {
      open.push(run);
      if (answer.leftOut) left.push(...answer.leftOut);
      else refused.push({ run, refusal: answer });
    }
  }
  return { moved, open, left, refused };
}
