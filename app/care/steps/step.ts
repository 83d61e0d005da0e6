import type { Instant } from '#domain/base/brand.ts';
import type { Order } from '#domain/order/order.ts';
import type { CommandType } from '#protocol/command.ts';
import type { OrderAct } from '../../calls/use-act.tsx';
import type { AreaBoard } from '../../live/board.ts';

/** What every step about an order is given, wherever it stands. */
export interface StepProps {
  readonly order: Order;
  /** What else is known of the order's area. */
  readonly board: AreaBoard;
  readonly now: Instant;
  /** Commands that this person's role may send. */
  readonly may: ReadonlySet<CommandType>;
  readonly busy: boolean;
  /** Sends commands one after the other and stops at the first refusal; true when all were carried out. */
  readonly run: (acts: readonly OrderAct[], done: string) => Promise<boolean>;
}
