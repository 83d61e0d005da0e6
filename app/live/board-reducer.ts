import type { AreaId } from '#domain/base/brand.ts';
import type { Changes, CustomerCard, Snapshot } from '#protocol/live.ts';
import { applyEvent } from './apply-event.ts';
import type { AreaBoard, Board } from './board.ts';

export type BoardMessage =
  | { kind: 'snapshot'; snapshot: Snapshot }
  | { kind: 'changes'; changes: Changes }
  | { kind: 'left'; areaId: AreaId };

/** So many early messages are kept for an area; with more missing than that, asking again is cheaper. */
const MAX_EARLY = 1_000;

/**
 * Folds what the server sent into the board. Messages may come twice, late or out of order: an event is applied
 * exactly when its `seq` follows the area's, one already applied is dropped, and changes that come too early wait.
 * Therefore any two boards at the same `seq` are equal, whatever way they came there.
 *
 * Throws when an event does not fit the state it follows; the caller then asks for a snapshot.
 */
export function reduceBoard(board: Board, message: BoardMessage): Board {
  switch (message.kind) {
    case 'snapshot':
      return takeSnapshot(board, message.snapshot);
    case 'changes':
      return takeChanges(board, message.changes);
    case 'left':
      return {
        areas: without(board.areas, message.areaId),
        early: without(board.early, message.areaId),
      };
  }
}

function takeSnapshot(board: Board, { area: areaId, seq, state }: Snapshot): Board {
  const known = board.areas.get(areaId);
  if (known && known.seq > seq) return board;
  const fresh: AreaBoard = {
    area: state.area,
    seq,
    orders: new Map(state.orders.map((order) => [order.id, order])),
    cards: new Map(state.cards.map((card) => [card.orderId, card])),
    technicians: new Map(state.technicians.map((technician) => [technician.id, technician])),
    ...(state.former ? { former: new Map(state.former.map((one) => [one.id, one])) } : {}),
    approvals: new Map(state.approvals.map((approval) => [approval.id, approval])),
    notices: new Map(state.notices.map((notice) => [notice.id, notice])),
    cutovers: new Map(state.cutovers.map((cutover) => [cutover.id, cutover])),
    outages: new Map(state.outages.map((outage) => [outage.id, outage])),
    suggestion: state.suggestion,
  };
  return settle(board, areaId, fresh, board.early.get(areaId) ?? []);
}

function takeChanges(board: Board, changes: Changes): Board {
  const area = board.areas.get(changes.area);
  if (area && changes.to <= area.seq) return board;
  const waiting = [...(board.early.get(changes.area) ?? []), changes].sort((a, b) => a.from - b.from);
  return settle(board, changes.area, area, waiting);
}

/** Applies of the waiting changes, sorted by `from`, what follows the area without a gap, and keeps the rest. */
function settle(
  board: Board,
  areaId: AreaId,
  start: AreaBoard | undefined,
  waiting: readonly Changes[],
): Board {
  let area = start;
  const rest: Changes[] = [];
  for (const changes of waiting) {
    if (!area || changes.from > area.seq) rest.push(changes);
    else if (changes.to > area.seq) area = advance(area, changes);
  }
  return {
    areas: area ? new Map(board.areas).set(areaId, area) : board.areas,
    early:
      rest.length > 0
        ? new Map(board.early).set(areaId, rest.slice(0, MAX_EARLY))
        : without(board.early, areaId),
  };
}

function advance(before: AreaBoard, changes: Changes): AreaBoard {
  let area = before;
  for (const event of changes.events) {
    if (event.seq <= area.seq) continue;
    if (event.seq !== area.seq + 1)
      throw new Error(`Changes ${changes.from}–${changes.to} of ${changes.area} lack event ${area.seq + 1}.`);
    area = applyEvent(area, event);
  }
  return changes.cards ? { ...area, cards: withCards(area, changes.cards) } : area;
}

function withCards(area: AreaBoard, fresh: readonly CustomerCard[]): AreaBoard['cards'] {
  const cards = new Map(area.cards);
  for (const card of fresh) cards.set(card.orderId, card);
  return cards;
}

function without<K, V>(map: ReadonlyMap<K, V>, key: K): ReadonlyMap<K, V> {
  if (!map.has(key)) return map;
  const rest = new Map(map);
  rest.delete(key);
  return rest;
}
