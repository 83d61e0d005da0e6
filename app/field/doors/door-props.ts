import type { WizardProps } from '../step-props.ts';

/** A side door of the visit: opened from the list beneath the step, closed when it is done or given up. */
export interface DoorProps extends WizardProps {
  onDone: () => void;
}
