import type { Instant } from '#domain/base/brand.ts';
import type { Finding } from '#domain/base/verdict.ts';
import { judgeFaultInCutover } from '#domain/cutover/judge-cutover.ts';
import type { Order } from '#domain/order/order.ts';
import { judgeFaultIntake, matchOutage } from '#domain/outage/judge-outage.ts';
import { resolveStandard } from '#domain/standard/catalogue.ts';
import type { CustomerCard } from '#protocol/live.ts';
import type { AreaBoard } from '../live/board.ts';
import { placeOfEstate, type Typed } from './typed.ts';

/** An order of the same customer that is not finished, or lately was: perhaps this is about the same. */
export interface Likeness {
  readonly order: Order;
  readonly card: CustomerCard | undefined;
}

const MOST = 4;

/** Orders whose customer has the same name, or that are at the same address; the latest first. */
export function likeOrders(typed: Typed, board: AreaBoard): readonly Likeness[] {
  const name = typed.name.trim();
  const address = typed.address.trim();
  if (name === '' && address === '') return [];
  return [...board.orders.values()]
    .map((order) => ({ order, card: board.cards.get(order.id) }))
    .filter(({ order, card }) => {
      if (!card || order.parentOrderId !== null) return false;
      return (name !== '' && card.name === name) || (address.length > 3 && card.address === address);
    })
    .toSorted((a, b) => b.order.intakeAt - a.order.intakeAt)
    .slice(0, MOST);
}

/** What is said about the network where a fault is reported from, as the server will say it (INTK-07). */
export function networkFindings(typed: Typed, board: AreaBoard, now: Instant): readonly Finding[] {
  if (typed.type !== 'fault') return [];
  const estate = typed.estate.trim() === '' ? null : typed.estate.trim();
  const fault = { areaId: typed.areaId, estate, place: placeOfEstate(typed.estate, board.orders.values()) };
  const match = matchOutage([...board.outages.values()], fault);
  const others = match.outage ? [] : [...board.orders.values()].filter(({ type }) => type === 'fault');
  return [
    ...judgeFaultIntake(match, others, resolveStandard(board.area.standardId), now),
    ...judgeFaultInCutover(fault, [...board.cutovers.values()], now),
  ];
}
