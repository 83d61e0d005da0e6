import type { OrderId } from '#domain/base/brand.ts';
import type { RankName } from '#domain/scheduling/model.ts';
import type { PlanProposal } from './plan.ts';

/** A proposal that nobody asked for: a better rest of the running day. Taken with `plan.publish`, put aside with `plan.dismiss`. */
export interface Suggestion extends PlanProposal {
  /** The rank by which it is better. */
  gain: RankName;
  /** Of the orders that it moves, those that the plan in force serves too late or not at all. */
  troubled: readonly OrderId[];
  /** The version of each order that it moves, as it was looked at. */
  versions: Readonly<Record<OrderId, number>>;
}
