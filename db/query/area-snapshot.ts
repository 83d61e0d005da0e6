import type { AreaId, Instant } from '#domain/base/brand.ts';
import type { AreaState } from '#protocol/live.ts';
import type { Sql } from '../client.ts';
import { pendingApprovals } from './approval.ts';
import { areaById } from './area.ts';
import { cutoversAhead } from './cutover.ts';
import { areaSeqs } from './event.ts';
import { boardOrders, deskOrders } from './order.ts';
import { outagesOf } from './outage.ts';
import { lastPositions } from './position.ts';
import { standingSuggestion } from './suggestion.ts';
import { formerTechniciansOf, techniciansOf } from './technician.ts';
import { noticesOfArea } from './timer-notice.ts';

/** An area at one moment of its log, without anything about customers. */
export interface AreaAtSeq {
  seq: number;
  state: Omit<AreaState, 'cards'>;
}

/** A screen shows the latest; older ones are in the orders' histories. */
const MOST_NOTICES = 500;

/**
 * Reads an area with the `seq` that it stands at, all from one view of the database: whatever is committed meanwhile is
 * either in the state and counted in `seq`, or in neither. Orders that ended before `endedSince` are left out, for a `desk` only where
 * nothing is owed after their work. Null when there is no such area.
 */
export async function areaSnapshot(
  sql: Sql,
  areaId: AreaId,
  endedSince: Instant,
  reader: 'planner' | 'desk' = 'planner',
): Promise<AreaAtSeq | null> {
  const read = await sql.begin('isolation level repeatable read read only', async (tx) => {
    // The first statement fixes the view; the others may then travel together.
    const seqs = await areaSeqs(tx, [areaId]);
    const seq = seqs.get(areaId);
    const area = await areaById(tx, areaId);
    if (seq === undefined || !area) return null;
    const [orders, technicians, approvals, notices, outages, cutovers, positions, suggestion, former] =
      await Promise.all([
        (reader === 'desk' ? deskOrders : boardOrders)(tx, areaId, endedSince),
        techniciansOf(tx, [areaId]),
        pendingApprovals(tx, [areaId]),
        noticesOfArea(tx, areaId, endedSince, MOST_NOTICES),
        outagesOf(tx, [areaId]),
        cutoversAhead(tx, [areaId]),
        lastPositions(tx, areaId),
        standingSuggestion(tx, areaId),
        formerTechniciansOf(tx, areaId),
      ]);
    return {
      seq,
      state: {
        area,
        orders,
        technicians,
        former,
        approvals,
        notices,
        outages,
        cutovers,
        positions,
        suggestion,
      },
    };
  });
  return read as AreaAtSeq | null;
}
