import type { Instant } from '#domain/base/brand.ts';
import type { Order } from '#domain/order/order.ts';
import type { Technician } from '#domain/technician/technician.ts';
import type { CustomerCard } from '#protocol/live.ts';
import type { Ticks } from './checklist-card.tsx';
import type { ShareState } from './position/use-position-share.ts';
import type { TakeBack } from './take-back.tsx';
import type { StepRun } from './use-step.ts';

/** What every side door of the wizard is given. */
export interface WizardProps {
  order: Order;
  card: CustomerCard | undefined;
  technician: Technician;
  position: ShareState;
  step: StepRun;
  takeBack: TakeBack;
  now: Instant;
}

/** What every step is given: also the cards of the standard that were ticked at it. */
export interface StepProps extends WizardProps {
  ticks: Ticks;
}
