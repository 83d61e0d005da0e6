'use client';

import { CustomerQuestions } from '../../care/customer-questions.tsx';
import type { DoorProps } from './door-props.ts';

/** A question of the customer at the door: nobody is sent away (INTK-11, RESP-01). */
export function QuestionDoor({ order, step }: DoorProps) {
  return (
    <CustomerQuestions
      order={order}
      busy={step.busy}
      run={(type, payload, done) => step.run(type, payload, done)}
    />
  );
}
