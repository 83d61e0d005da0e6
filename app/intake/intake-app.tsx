'use client';

import { useState } from 'react';
import type { AreaId, PersonId } from '#domain/base/brand.ts';
import type { OrderType } from '#domain/order/order-type.ts';
import type { RefusalRule } from '#protocol/command.ts';
import { OrderTrail } from '../board/order-trail.tsx';
import { LivePage, LiveShell, useWatched } from '../shell/live-shell.tsx';
import { useNow } from '../ui/clock.tsx';
import type { FramePerson } from '../ui/frame/app-frame.tsx';
import { hasSeat } from '../ui/frame/seats.ts';
import { useMessages } from '../ui/i18n/provider.tsx';
import classes from './intake.module.css';
import { IntakeForm } from './intake-form.tsx';
import { TakenIn } from './taken-in.tsx';

export interface IntakeAppProps {
  readonly person: FramePerson & { personId: PersonId };
  readonly areas: readonly AreaId[];
}

/** An order that has just been taken in, with what the rules said of it. */
export interface Taken {
  readonly orderId: string;
  readonly number: string;
  readonly type: OrderType;
  readonly warnings: readonly RefusalRule[];
}

/** Nobody is pushed away: whoever is asked takes the order in (INTK-11, RESP-01). */
export function IntakeApp(props: IntakeAppProps) {
  return (
    <LivePage areas={props.areas}>
      <IntakeScreen {...props} />
    </LivePage>
  );
}

const TICK_MS = 10_000;

function IntakeScreen({ person }: IntakeAppProps) {
  const m = useMessages();
  const now = useNow(TICK_MS);
  const { boards, technicians } = useWatched();
  const [taken, setTaken] = useState<Taken | null>(null);
  const [trail, setTrail] = useState<string | null>(null);
  return (
    <LiveShell person={person} onOrder={setTrail}>
      <main className={classes.page}>
        <div>
          <h1>{m.intake.title}</h1>
          <p className={classes.hint}>{m.intake.hint}</p>
        </div>
        {taken ? (
          <TakenIn
            taken={taken}
            console={hasSeat(person.role, 'dispatch')}
            now={now}
            onTrail={() => setTrail(taken.orderId)}
            onNext={() => setTaken(null)}
          />
        ) : (
          <IntakeForm boards={boards} now={now} onTaken={setTaken} onOrder={setTrail} />
        )}
      </main>
      <OrderTrail
        orderId={trail}
        technicians={technicians}
        desk={hasSeat(person.role, 'calls')}
        now={now}
        onClose={() => setTrail(null)}
      />
    </LiveShell>
  );
}
