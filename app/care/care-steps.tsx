'use client';

import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Order } from '#domain/order/order.ts';
import type { Commands } from '#protocol/command.ts';
import { useMessages } from '../ui/i18n/provider.tsx';

type CareStep = 'first_ask.hand_over' | 'first_ask.take_over' | 'complaint.refer_up' | 'complaint.mark_major';

interface Props {
  order: Order;
  busy: boolean;
  /** Who looks at it; only the one who was asked may take over. */
  personId: string;
  run: <T extends CareStep>(type: T, payload: Commands[T], done: string) => Promise<boolean>;
}

/** Who owns the customer's matter, and what makes a complaint heavier (RESP-01, CMPL-05, CMPL-06). */
export function CareSteps({ order, busy, personId, run }: Props) {
  const m = useMessages().care.ask;
  const [to, setTo] = useState('');
  const orderId = order.id;
  return (
    <Stack gap="sm">
      <Group align="end" gap="xs">
        <TextInput
          label={m.handOver}
          value={to}
          maxLength={64}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
        <Button
          variant="default"
          disabled={to.trim() === ''}
          loading={busy}
          onClick={async () => {
            if (await run('first_ask.hand_over', { orderId, to: to.trim() }, m.recorded)) setTo('');
          }}
        >
          {m.hand}
        </Button>
        {order.firstAsk?.offeredTo === personId ? (
          <Button
            variant="default"
            loading={busy}
            onClick={() => void run('first_ask.take_over', { orderId }, m.recorded)}
          >
            {m.take}
          </Button>
        ) : null}
      </Group>
      {order.type === 'complaint' ? <Complaint order={order} busy={busy} run={run} /> : null}
    </Stack>
  );
}

/** A complaint goes to the superior department, or is marked as major, each with its reason. */
function Complaint({ order, busy, run }: Omit<Props, 'personId'>) {
  const m = useMessages().care.ask;
  const [department, setDepartment] = useState('');
  const [reason, setReason] = useState('');
  const orderId = order.id;
  const given = reason.trim();
  return (
    <Stack gap="xs">
      <TextInput
        label={m.majorReason}
        value={reason}
        maxLength={500}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <TextInput
        label={m.department}
        value={department}
        maxLength={60}
        onChange={(event) => setDepartment(event.currentTarget.value)}
      />
      <Group gap="xs">
        <Button
          variant="default"
          disabled={given === '' || department.trim() === ''}
          loading={busy}
          onClick={() =>
            void run(
              'complaint.refer_up',
              { orderId, department: department.trim(), reason: given },
              m.recorded,
            )
          }
        >
          {m.referUp}
        </Button>
        <Button
          variant="default"
          disabled={given === '' || order.major !== null}
          loading={busy}
          onClick={() => void run('complaint.mark_major', { orderId, reason: given }, m.recorded)}
        >
          {m.major}
        </Button>
      </Group>
    </Stack>
  );
}
