'use client';

import { Button, Checkbox, Select, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Question, Resolution } from '#domain/first-ask/first-ask.ts';
import { isOpenQuestion, RESOLUTIONS } from '#domain/first-ask/first-ask.ts';
import type { Order } from '#domain/order/order.ts';
import type { Commands } from '#protocol/command.ts';
import { useMessages } from '../ui/i18n/provider.tsx';
import { clock } from '../ui/time.ts';

/** Commands that this panel sends; true when the command was carried out. */
export type CareRun = <T extends 'question.ask' | 'question.settle' | 'question.answer' | 'customer.urge'>(
  type: T,
  payload: Commands[T],
  done: string,
) => Promise<boolean>;

export interface CareProps {
  order: Order;
  busy: boolean;
  run: CareRun;
}

/**
 * What a customer asks beside the work, whoever is asked (RESP-01, RESP-03…07, INTK-11): noted with its hour, settled in one of the ways of
 * the standard, and open until the customer has the answer. A customer's urge stands beside it (OVRD-02).
 */
export function CustomerQuestions({ order, busy, run }: CareProps) {
  const { ask: m } = useMessages().care;
  const { roles } = useMessages().common;
  const owner = order.firstAsk?.ownerRole;
  const [text, setText] = useState('');
  const orderId = order.id;
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {owner ? m.owner(roles[owner]) : m.nobody}
        {order.firstAsk?.offeredTo ? ` · ${m.offered}` : null}
      </Text>
      {order.questions.map((question) => (
        <OneQuestion key={question.id} question={question} orderId={orderId} busy={busy} run={run} />
      ))}
      <TextInput
        label={m.question}
        value={text}
        maxLength={500}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button
        variant="default"
        disabled={text.trim() === ''}
        loading={busy}
        onClick={async () => {
          if (await run('question.ask', { orderId, question: text.trim() }, m.recorded)) setText('');
        }}
      >
        {m.add}
      </Button>
      {order.repliedAt === null && order.endedAt === null ? (
        <Button
          variant="subtle"
          loading={busy}
          onClick={() => void run('customer.urge', { orderId }, m.recorded)}
        >
          {order.customerUrges.length > 0 ? `${m.urge} · ${m.urges(order.customerUrges.length)}` : m.urge}
        </Button>
      ) : null}
    </Stack>
  );
}

function OneQuestion({
  question,
  orderId,
  busy,
  run,
}: {
  question: Question;
  orderId: string;
  busy: boolean;
  run: CareRun;
}) {
  const m = useMessages().care.ask;
  const open = isOpenQuestion(question);
  return (
    <Stack gap={6} data-question={question.id}>
      <Text size="sm" fw={600}>
        {clock(question.askedAt)} {question.text}
      </Text>
      <Text size="xs" c="dimmed">
        {question.resolution ? `${m.resolution[question.resolution]} · ` : null}
        {open ? m.open : m.done}
      </Text>
      {question.resolution === null ? (
        <Settle questionId={question.id} orderId={orderId} busy={busy} run={run} />
      ) : null}
      {question.resolution !== null && open ? (
        <Answer questionId={question.id} orderId={orderId} busy={busy} run={run} />
      ) : null}
    </Stack>
  );
}

type About = { questionId: string; orderId: string; busy: boolean; run: CareRun };

/** How it was settled; anything but an answer on the spot needs the customer to have been told why (RESP-07). */
function Settle({ questionId, orderId, busy, run }: About) {
  const m = useMessages().care.ask;
  const [resolution, setResolution] = useState<Resolution | null>(null);
  const [explained, setExplained] = useState(false);
  const [tried, setTried] = useState<string[]>([]);
  return (
    <Stack gap={6}>
      <Select
        label={m.settle}
        data={RESOLUTIONS.map((value) => ({ value, label: m.resolution[value] }))}
        value={resolution}
        onChange={(value) => setResolution(value as Resolution | null)}
      />
      {resolution !== null && resolution !== 'answered' ? (
        <Checkbox
          label={m.explained}
          checked={explained}
          onChange={(event) => setExplained(event.currentTarget.checked)}
        />
      ) : null}
      {resolution === 'ticket' ? (
        <Checkbox.Group label={m.tried} value={tried} onChange={setTried}>
          <Stack gap={4}>
            {(['walked_over', 'phoned'] as const).map((way) => (
              <Checkbox key={way} value={way} label={m.resolution[way]} />
            ))}
          </Stack>
        </Checkbox.Group>
      ) : null}
      <Button
        size="xs"
        variant="default"
        disabled={resolution === null}
        loading={busy}
        onClick={() => {
          if (resolution === null) return;
          void run(
            'question.settle',
            { orderId, questionId, resolution, explained, tried: tried as Resolution[] },
            m.recorded,
          );
        }}
      >
        {m.settled}
      </Button>
    </Stack>
  );
}

/** The promised answer has reached the customer, and who gave it (RESP-04, CMPL-05). */
function Answer({ questionId, orderId, busy, run }: About) {
  const m = useMessages().care.ask;
  const [by, setBy] = useState<'owner' | 'cs_manager' | 'superior'>('owner');
  return (
    <Stack gap={6}>
      <Select
        label={m.answer}
        data={(['owner', 'cs_manager', 'superior'] as const).map((value) => ({
          value,
          label: m.answeredBy[value],
        }))}
        value={by}
        onChange={(value) => setBy((value ?? 'owner') as typeof by)}
      />
      <Button
        size="xs"
        variant="default"
        loading={busy}
        onClick={() => void run('question.answer', { orderId, questionId, by }, m.recorded)}
      >
        {m.settled}
      </Button>
    </Stack>
  );
}
