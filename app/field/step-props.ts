import type { Instant } from '#domain/base/brand.ts';
import type { Order } from '#domain/order/order.ts';
import type { Technician } from '#domain/technician/technician.ts';
import type { CustomerCard } from '#protocol/live.ts';
import type { ShareState } from './position/use-position-share.ts';
import type { TakeBack } from './take-back.tsx';
import type { StepRun } from './use-step.ts';

/** What every step and side door of the wizard is given. */
export interface StepProps {
  order: Order;
  card: CustomerCard | undefined;
  technician: Technician;
  position: ShareState;
  step: StepRun;
  takeBack: TakeBack;
  now: Instant;
}
