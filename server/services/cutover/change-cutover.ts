import { areaById, lockArea } from '#db/query/area.ts';
import { lockCutover, visitsPromisedInto } from '#db/query/cutover.ts';
import type { Cutover, CutoverCommand, CutoverCommandType } from '#domain/cutover/cutover.ts';
import { decideCutover } from '#domain/cutover/decide-cutover.ts';
import { evolveCutover } from '#domain/cutover/evolve-cutover.ts';
import { resolveStandard } from '#domain/standard/catalogue.ts';
import type { CommandRefused } from '#protocol/command.ts';
import { seesArea } from '#server/access/viewer.ts';
import type { Outcome, Verb, Work } from '../command/change.ts';
import { foldLog } from '../command/fold-log.ts';
import { invalid, notFound, refusedBy, stale } from '../command/refusal.ts';
import { refusalRules } from '../command/refusal-rules.ts';

/** The verb of a command about one cutover (CUTV-01). */
export function cutoverVerb<T extends CutoverCommandType>(type: T): Verb<T> {
  return (work, payload) => changeCutover(work, { type, payload } as CutoverCommand);
}

async function changeCutover(work: Work, command: CutoverCommand): Promise<Outcome> {
  const held = await holdCutover(work, command);
  if (!held.ok) return held;
  await work.services.at('after-locks');
  const { cutover, areaId } = held;
  if (work.version !== undefined && work.version !== (cutover?.version ?? 0))
    return cutover ? stale('cutover', cutover) : notFound('cutover');
  const area = await areaById(work.tx, areaId);
  if (!area) return notFound('area');
  const standard = resolveStandard(area.standardId);
  const now = work.services.now();
  const { verdict, events } = decideCutover(cutover, command, {
    now,
    actor: work.actor,
    standard,
    visits:
      cutover && command.type === 'cutover.announce'
        ? await visitsPromisedInto(work.tx, areaId, cutover)
        : [],
  });
  if (verdict.outcome !== 'accepted') return refusedBy(verdict, standard);
  const { after, log } = foldLog(
    { entity: 'cutover', id: command.payload.cutoverId },
    cutover,
    events,
    evolveCutover,
    now,
  );
  return {
    ok: true,
    change: {
      areaId,
      at: now,
      cutovers: after ? [after] : [],
      log: log.map((row) => ({ areaId, row })),
      answer: {
        ...(after ? { version: after.version } : {}),
        warnings: refusalRules(verdict.findings, standard),
      },
    },
  };
}

/** Takes the locks: the area of one that is planned anew, then the cutover. */
async function holdCutover(
  { tx, viewer }: Work,
  { type, payload }: CutoverCommand,
): Promise<{ ok: true; cutover: Cutover | null; areaId: string } | CommandRefused> {
  const begins = type === 'cutover.plan';
  if (begins && !(seesArea(viewer, payload.areaId) && (await lockArea(tx, payload.areaId))))
    return notFound('area');
  const cutover = await lockCutover(tx, payload.cutoverId);
  if (cutover && !seesArea(viewer, cutover.areaId))
    return begins
      ? invalid({ field: 'cutoverId', message: 'another cutover has this id' })
      : notFound('cutover');
  if (!cutover && !begins) return notFound('cutover');
  return { ok: true, cutover, areaId: cutover?.areaId ?? (begins ? payload.areaId : '') };
}
