'use client';

import { Drawer } from '@mantine/core';
import { useState } from 'react';
import { useMessages } from '../../ui/i18n/provider.tsx';
import classes from '../field.module.css';
import type { WizardProps } from '../step-props.ts';
import { StepRefusal } from '../step-refusal.tsx';
import { CallRecord } from '../steps/call-step.tsx';
import { useStep } from '../use-step.ts';
import { BlockedDoor } from './blocked-door.tsx';
import { ChangeDoor } from './change-door.tsx';
import { DamageDoor } from './damage-door.tsx';
import { DelayDoor } from './delay-door.tsx';
import type { DoorProps } from './door-props.ts';
import { type DoorName, doorsOf } from './doors.ts';
import { LateDoor } from './late-door.tsx';
import { MismatchDoor } from './mismatch-door.tsx';
import { NoAnswerDoor } from './no-answer-door.tsx';
import { NotTodayDoor } from './not-today-door.tsx';
import { QuestionDoor } from './question-door.tsx';
import { ReturnDoor } from './return-door.tsx';
import { SafetyDoor } from './safety-door.tsx';
import { TimesDoor } from './times-door.tsx';
import { TurnedAwayDoor } from './turned-away-door.tsx';

/** What to do when the visit does not go as planned; each opens over the step and gives way to it again. */
export function SideDoors(props: WizardProps) {
  const m = useMessages();
  const [open, setOpen] = useState<DoorName | null>(null);
  // A door's refusal is its own and does not cover the step behind it.
  const step = useStep();
  const doors = doorsOf(props.order);
  const close = () => {
    setOpen(null);
    step.dismiss();
  };
  if (doors.length === 0) return null;
  return (
    <section className={classes.doors} aria-labelledby="doors-title">
      <h2 id="doors-title">{m.field.order.sideDoors}</h2>
      <div className={classes.doorList}>
        {doors.map((door) => (
          <button key={door} type="button" className={classes.door} onClick={() => setOpen(door)}>
            {m.field.doors[door]}
          </button>
        ))}
      </div>
      <Drawer
        opened={open !== null}
        onClose={close}
        position="bottom"
        size="92%"
        title={open ? m.field.doors[open] : ''}
        closeButtonProps={{ 'aria-label': m.common.close, size: 44 }}
        classNames={{ content: classes.sheet, body: classes.sheetBody, title: classes.sheetTitle }}
      >
        {step.asked ? <StepRefusal step={step} orderId={props.order.id} now={props.now} /> : null}
        <div className={classes.stepBody} hidden={step.asked !== null}>
          {open ? <Door door={open} {...props} step={step} onDone={close} /> : null}
        </div>
      </Drawer>
    </section>
  );
}

function Door({ door, ...props }: DoorProps & { door: DoorName }) {
  switch (door) {
    case 'noAnswer':
      return <NoAnswerDoor {...props} />;
    case 'turnedAway':
      return <TurnedAwayDoor {...props} />;
    case 'blocked':
      return <BlockedDoor {...props} />;
    case 'late':
      return <LateDoor {...props} />;
    case 'change':
      return <ChangeDoor {...props} />;
    case 'notToday':
      return <NotTodayDoor {...props} />;
    case 'return':
      return <ReturnDoor {...props} />;
    case 'mismatch':
      return <MismatchDoor {...props} />;
    case 'question':
      return <QuestionDoor {...props} />;
    case 'damage':
      return <DamageDoor {...props} />;
    case 'delay':
      return <DelayDoor {...props} />;
    case 'times':
      return <TimesDoor {...props} />;
    case 'safety':
      return <SafetyDoor {...props} />;
    case 'callAgain':
      return <CallRecord {...props} />;
  }
}
