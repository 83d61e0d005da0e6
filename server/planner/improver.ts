import { setTimeout as wait } from 'node:timers/promises';
import { areaById } from '#db/query/area.ts';
import { areasUpsetSince, eventsTouching } from '#db/query/event.ts';
import { areasAtWork, type SuggestionRow, suggestionsBefore, suggestionsOf } from '#db/query/suggestion.ts';
import type { AreaId } from '#domain/base/brand.ts';
import { planRules } from '#domain/scheduling/day-problem.ts';
import { worthTelling } from '#domain/scheduling/improve.ts';
import { resolveStandard } from '#domain/standard/catalogue.ts';
import type { ResolvedStandard } from '#domain/standard/resolve.ts';
import { localDate } from '#domain/time/zone.ts';
import type { Suggestion } from '#protocol/suggestion.ts';
import type { Services } from '#server/services/context.ts';
import { suggestPlan, withdrawSuggestion } from '#server/services/plan/suggest.ts';
import type { Dismissed } from './day-ask.ts';
import { ImproverTurns } from './improver-turns.ts';
import type { RunningDays } from './running-days.ts';

export interface Improver {
  stop(): Promise<void>;
}

export interface ImproverPace {
  /** Wall milliseconds between two looks. */
  readonly everyMs: number;
  /** So soon after a look the next one comes when a day has been upset meanwhile. */
  readonly hurryMs: number;
  /** Seconds that a look searches. */
  readonly seconds: number;
}

/** A tenth of one core, a seventh while days are upset all the time, whatever the number of areas. */
const PACE: ImproverPace = { everyMs: 13_500, hurryMs: 3_000, seconds: 1.5 };

/**
 * Looks at the running day of every area in which somebody is on duty, one after the other, those that something has upset before their
 * turn and at once, and suggests what is worth telling. A suggestion that stands is looked at again with every turn: it is the place to go on from, it is replaced by one that is worth telling
 * beside it, and it is taken back when it no longer holds.
 */
export function startImprover(services: Services, days: RunningDays, pace = PACE): Improver {
  const ending = new AbortController();
  const turns = new ImproverTurns();
  let seed = 0;
  let hurryMs = pace.hurryMs;
  const desk = serve();

  async function serve(): Promise<void> {
    while (!ending.signal.aborted) {
      await clearPast().catch(away);
      const areaId = await nextArea().catch(away);
      if (areaId !== null) turns.took(areaId, await look(areaId).catch(away));
      await pause();
    }
  }

  /** Takes back what stood when its day ended: nobody looks at that day any more. */
  async function clearPast(): Promise<void> {
    const today = localDate(services.now(), resolveStandard('base').get('tz'));
    for (const id of await suggestionsBefore(services.database.sql, today))
      await withdrawSuggestion(services, id);
  }

  async function nextArea(): Promise<AreaId | null> {
    const { sql } = services.database;
    return turns.next(await areasAtWork(sql), await areasUpsetSince(sql, turns.lookedAt));
  }

  /** Looks at an area's day; returns the seq that it was looked at. */
  async function look(areaId: AreaId): Promise<number | null> {
    const { sql } = services.database;
    const area = await areaById(sql, areaId);
    if (!area) return null;
    const standard = resolveStandard(area.standardId);
    const now = services.now();
    const date = localDate(now, standard.get('tz'));
    const known = await suggestionsOf(sql, areaId, date);
    const standing = known.find(({ status }) => status === 'ready');
    const improved = await days.improve({
      kind: 'improve',
      areaId,
      now,
      seed: ++seed,
      seconds: pace.seconds,
      dismissed: known.filter(({ status }) => status === 'dismissed').flatMap(dismissedOf),
      ...(standing ? { standing: standing.proposal as Suggestion } : {}),
    });
    const { seq, suggestion } = improved;
    if (seq === null || ending.signal.aborted) return null;
    if (standing && improved.holds && (await mayStand(standing, suggestion, standard))) return seq;
    if (standing) await withdrawSuggestion(services, standing.id);
    if (suggestion)
      await suggestPlan(services, { areaId, date, baseSeq: seq, seconds: pace.seconds, suggestion });
    return seq;
  }

  /** Whether what still holds may go on standing: no order of it has changed, and nothing much better was found. */
  async function mayStand(
    standing: SuggestionRow,
    found: Suggestion | null,
    standard: ResolvedStandard,
  ): Promise<boolean> {
    const before = standing.proposal as Suggestion;
    const { areaId, baseSeq } = standing;
    if ((await eventsTouching(services.database.sql, before.changed, areaId, baseSeq)) > 0) return false;
    return (
      found === null || worthTelling(before.after.ranks, found.after.ranks, planRules(standard)) === null
    );
  }

  /** Waits for the next turn, or until a day is upset; in a day that is upset all the time twice as long each time, up to a whole turn. */
  async function pause(): Promise<void> {
    for (let waited = 0; waited < pace.everyMs; ) {
      const step = Math.min(hurryMs, pace.everyMs - waited);
      await rest(step);
      waited += step;
      if (ending.signal.aborted) return;
      if (waited < pace.everyMs && (await isUpset().catch(() => false))) {
        hurryMs *= 2;
        return;
      }
    }
    hurryMs = pace.hurryMs;
  }

  async function isUpset(): Promise<boolean> {
    return (await areasUpsetSince(services.database.sql, turns.lookedAt)).size > 0;
  }

  function rest(milliseconds: number): Promise<void> {
    return wait(milliseconds, undefined, { signal: ending.signal, ref: false }).catch((error: unknown) => {
      if (!ending.signal.aborted) throw error;
    });
  }

  function away(error: unknown): null {
    if (!ending.signal.aborted) services.log.warn({ err: error }, 'a running day could not be improved');
    return null;
  }

  return {
    async stop() {
      ending.abort();
      await days.close();
      await desk;
    },
  };
}

function dismissedOf({ proposal }: SuggestionRow): readonly Dismissed[] {
  const { changed, troubled, versions } = proposal as Suggestion;
  return changed.map((orderId) => ({
    orderId,
    version: versions[orderId] ?? 0,
    troubled: troubled.includes(orderId),
  }));
}
