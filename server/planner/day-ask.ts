import type { AreaId, Instant, OrderId } from '#domain/base/brand.ts';
import type { VisitId } from '#domain/scheduling/model.ts';
import type { RepairOptions } from '#protocol/repair.ts';
import type { Suggestion } from '#protocol/suggestion.ts';
import type { OrderWhy } from '#server/services/plan/explain-order.ts';
import type { OfferedSlot, SlotQuery } from '#server/services/plan/offer-slots.ts';

/** What the thread that keeps the running days is asked. */
export type DayAsk =
  | { readonly kind: 'options' | 'why'; readonly orderId: OrderId; readonly now: Instant }
  | { readonly kind: 'slots'; readonly query: SlotQuery; readonly now: Instant }
  | {
      readonly kind: 'improve';
      readonly areaId: AreaId;
      readonly now: Instant;
      readonly seed: number;
      /** Wall seconds to search. */
      readonly seconds: number;
      /** The suggestion that stands, to be looked at again. */
      readonly standing?: Suggestion;
      /** Orders that somebody has said no to moving, with what was known of them then. */
      readonly dismissed: readonly Dismissed[];
    };

/** An order of a suggestion that was put aside: it is left alone while it is as it was. */
export interface Dismissed {
  readonly orderId: VisitId;
  readonly version: number;
  /** It was late or in nobody's day already then. */
  readonly troubled: boolean;
}

export type DayAnswer =
  | { readonly kind: 'options'; readonly options: RepairOptions | null }
  | { readonly kind: 'why'; readonly why: OrderWhy | null }
  | { readonly kind: 'slots'; readonly slots: readonly OfferedSlot[] | null }
  | {
      readonly kind: 'improve';
      /** The state of the area that was looked at; null when there is no such area. */
      readonly seq: number | null;
      readonly suggestion: Suggestion | null;
      /** What stands would come about in the present day as it says; false when nothing stands. */
      readonly holds: boolean;
    };
