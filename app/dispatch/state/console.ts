import { createContext, use } from 'react';
import type { Instant, OrderId, TechnicianId } from '#domain/base/brand.ts';
import type { Role } from '#domain/base/role.ts';
import type { Order } from '#domain/order/order.ts';
import type { OrderCommands } from '#domain/order/order-command.ts';
import type { Expectations } from '#domain/scheduling/expected-area.ts';
import type { ResolvedStandard } from '#domain/standard/resolve.ts';
import type { CommandAnswer, CommandType } from '#protocol/command.ts';
import type { Presence } from '#protocol/live.ts';
import type { Store } from '../../live/store.ts';
import type { Assigned } from '../assign/assign-orders.ts';
import type { DragSession, DropPlace } from '../drag/drag-session.ts';
import type { DayGround } from '../drag/target-verdict.ts';
import type { PoolEntry } from '../pool/pool-entry.ts';
import type { BoardView } from './board-view.ts';
import type { View } from './view.ts';

/** What is open over the console; one at a time. */
export type Dialog =
  | { kind: 'assign'; orderIds: readonly OrderId[] }
  | { kind: 'change'; orderId: OrderId; start: Instant | null; follow: DropPlace | null }
  | { kind: 'confirm'; orderId: OrderId }
  | { kind: 'call'; orderId: OrderId }
  | { kind: 'late'; orderId: OrderId; eta: Instant }
  | { kind: 'why'; orderId: OrderId }
  | { kind: 'off_duty'; technicianId: TechnicianId }
  | { kind: 'outcome'; name: string; sent: readonly Assigned[] }
  | { kind: 'keys' };

/** The menu at a point of the window, in CSS pixels. `lock`: only what can be locked. With a technician: what to do with the selected orders there. */
export interface MenuAt {
  readonly kind: 'order' | 'lock';
  readonly orderIds: readonly OrderId[];
  readonly technicianId: string | null;
  readonly x: number;
  readonly y: number;
}

/** How an order was picked: alone, added (Ctrl) or up to here (Shift) in the list as shown. */
export interface Pick {
  readonly add?: boolean;
  readonly range?: boolean;
  readonly shown?: readonly OrderId[];
}

/** Who is at the console, and the commands that this role may send. */
export interface ConsoleViewer {
  readonly personId: string;
  readonly name: string;
  readonly role: Role;
  readonly may: readonly CommandType[];
}

/** What the console's parts share. Stores, not React state: most of it changes without any need to render. */
export interface Console extends ConsoleVerbs {
  readonly viewer: ConsoleViewer;
  readonly view: Store<View>;
  readonly board: Store<BoardView>;
  /** Every open order as the pool reads it, by id; renewed with the board and with every minute. */
  readonly entries: Store<ReadonlyMap<OrderId, PoolEntry>>;
  /** What the running day lets expect of each visit of today; renewed with the board and with every minute. */
  readonly expected: Store<Expectations>;
  /** The server's clock, ticking every ten seconds. */
  readonly now: Store<Instant>;
  readonly dialog: Store<Dialog | null>;
  readonly menu: Store<MenuAt | null>;
  /** The lasso is taken up: presses on the map belong to it. */
  readonly lassoing: Store<boolean>;
  readonly session: DragSession;
  /** The others in the watched areas, without this person. */
  readonly presence: Store<readonly Presence[]>;
  /** Orders that a plan being looked at would move: their bars stand back behind the ghosts. */
  readonly proposed: Store<ReadonlySet<OrderId>>;
  /** The last thing said to a screen reader. */
  readonly spoken: Store<string>;
  standardOf(orderId: OrderId): ResolvedStandard | null;
  /** The shown local date. */
  date(): string;
  /** What verdicts about an order depend on: the day of the time aimed at, else of its promise, else the shown one. */
  ground(orderId: OrderId, at?: Instant | null): DayGround;
  pick(orderId: OrderId, how?: Pick): void;
  open(orderId: OrderId | null): void;
}

/** What the console does. Each verb answers in words: a toast to see, a sentence to hear. */
export interface ConsoleVerbs {
  say(text: string): void;
  /** Lifts the orders: judges every technician. Says why and lifts nothing when one cannot be given to anybody now. */
  lift(orderIds: readonly OrderId[], by: 'pointer' | 'keys'): boolean;
  moveOver(place: DropPlace | null): void;
  /** Drops what is lifted on its place, or opens the change dialog when a promise would move. */
  drop(): void;
  cancelLift(): void;
  /** Gives orders, as they were seen when they were taken up, to a technician. */
  assign(orders: readonly Order[], place: DropPlace): Promise<void>;
  takeBack(orderIds: readonly OrderId[]): Promise<void>;
  /** Fixes technician, time or both as they are; null takes the lock off. */
  lock(
    orderIds: readonly OrderId[],
    what: { readonly technician: boolean; readonly time: boolean } | null,
  ): Promise<void>;
  /** Sends any command and tells a refusal; true when it was accepted. */
  send<T extends keyof OrderCommands>(
    type: T,
    payload: OrderCommands[T],
    words: { readonly done: string; readonly failed: string },
  ): Promise<CommandAnswer>;
  /** Asks a supervisor to let a command pass. */
  ask<T extends keyof OrderCommands>(type: T, payload: OrderCommands[T], reason: string): Promise<boolean>;
  undo(): Promise<void>;
}

const ConsoleContext = createContext<Console | null>(null);
export const ConsoleProvider = ConsoleContext.Provider;

/** The console around this component. */
export function useConsole(): Console {
  const value = use(ConsoleContext);
  if (!value) throw new Error('useConsole outside of the console');
  return value;
}
