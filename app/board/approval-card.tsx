'use client';

import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { servableAppointment } from '#domain/appointment/current.ts';
import { judgeChange } from '#domain/appointment/judge-change.ts';
import type { Approval } from '#domain/approval/approval.ts';
import type { Instant } from '#domain/base/brand.ts';
import { mayApprove } from '#domain/base/finding.ts';
import type { Order } from '#domain/order/order.ts';
import type { OrderCommands } from '#domain/order/order-command.ts';
import { standardOf } from '#domain/standard/catalogue.ts';
import { clauseOf } from '#domain/standard/clause.ts';
import type { CommandRefused } from '#protocol/command.ts';
import { useLive } from '../live/use-live.tsx';
import type { FramePerson } from '../ui/frame/app-frame.tsx';
import { useLanguage, useMessages } from '../ui/i18n/provider.tsx';
import { RefusalNotice } from '../ui/refusal/refusal-notice.tsx';
import { RuleNotice } from '../ui/refusal/rule-notice.tsx';
import { agoWords, dayAndClock, minutesWords } from '../ui/time.ts';
import { toastDone } from '../ui/toasts.tsx';
import classes from './board.module.css';
import { minutesFrom } from './tally.ts';

/** One request with its whole story, decided in place. Both answers need a reason; nobody decides their own. */
export function ApprovalCard(props: {
  approval: Approval;
  order: Order | undefined;
  viewer: FramePerson & { personId: string };
  requester: string | null;
  now: Instant;
  onOpen: (orderId: string) => void;
}) {
  const m = useMessages();
  const { approval, order, viewer, now } = props;
  const live = useLive();
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState<'approve' | 'reject' | null>(null);
  const [refusal, setRefusal] = useState<CommandRefused | null>(null);
  const own = approval.requestedBy === viewer.personId;
  const may = mayApprove(viewer.role, approval.approver) && !own;
  const what: Readonly<Record<string, string>> = m.board.approval.what;

  const decide = async (answer: 'approve' | 'reject') => {
    setBusy(answer);
    setRefusal(null);
    const result = await live.send(`approval.${answer}`, { approvalId: approval.id, reason: reason.trim() });
    setBusy(null);
    if (!result.ok) setRefusal(result);
    else toastDone(answer === 'approve' ? m.board.approval.approved : m.board.approval.rejected);
  };

  return (
    <article className={classes.approval} data-approval={approval.id}>
      <header>
        <h3>
          {what[approval.command.type] ?? m.board.approval.other}
          {order ? ` · ${order.estate ?? order.number}` : null}
        </h3>
        <p>
          {m.board.approval.asks(
            props.requester ?? m.common.roles[approval.requestedRole],
            agoWords(now - approval.requestedAt, m),
          )}
        </p>
      </header>
      {order && approval.command.type === 'appointment.change' ? (
        <ChangeStory order={order} payload={approval.command.payload} now={now} />
      ) : null}
      <p className={classes.reason}>
        <span>{m.board.approval.reason}</span>
        {approval.reason}
      </p>
      {approval.findings.map((finding) => (
        <RuleNotice
          key={finding.rule}
          now={now}
          rule={{
            id: finding.rule,
            kind: finding.kind,
            facts: finding.facts,
            clause: order ? clauseOf(finding.rule, standardOf(order)) || undefined : undefined,
          }}
        />
      ))}
      {refusal ? <RefusalNotice refusal={refusal} now={now} /> : null}
      {may ? (
        <div className={classes.decide}>
          <Textarea
            label={m.board.approval.decision}
            description={m.board.approval.decisionHint}
            autosize
            minRows={1}
            maxRows={4}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <div className={classes.decideButtons}>
            <Button
              variant="default"
              disabled={reason.trim() === '' || busy !== null}
              loading={busy === 'reject'}
              onClick={() => void decide('reject')}
            >
              {m.board.approval.reject}
            </Button>
            <Button
              disabled={reason.trim() === '' || busy !== null}
              loading={busy === 'approve'}
              onClick={() => void decide('approve')}
            >
              {m.board.approval.approve}
            </Button>
          </div>
        </div>
      ) : (
        <p className={classes.reason}>
          {own ? m.board.approval.own : m.board.approval.notYours(m.common.roles[approval.approver])}
        </p>
      )}
      <button type="button" className={classes.textButton} onClick={() => props.onOpen(approval.orderId)}>
        {m.board.approval.history}
      </button>
    </article>
  );
}

/** Old time to new time, how much notice, how many changes there were: by the same judgement that the gate uses. */
function ChangeStory({ order, payload, now }: { order: Order; payload: unknown; now: Instant }) {
  const m = useMessages();
  const language = useLanguage();
  const change = payload as OrderCommands['appointment.change'];
  const standard = standardOf(order);
  const judged = judgeChange({ order, request: change, standard, now });
  const promise = servableAppointment(order);
  const max = standard.get('change.max');
  const needed = minutesWords(standard.get('change.noticeMin'), m);
  const leftMin = judged.closesAt === null ? null : minutesFrom(now, judged.closesAt);
  return (
    <dl className={classes.story}>
      <div>
        <dt>{m.board.approval.from}</dt>
        <dd>{promise ? dayAndClock(promise.start, now, m, language) : m.board.order.noPromise}</dd>
      </div>
      <div>
        <dt>{m.board.approval.to}</dt>
        <dd className={classes.newTime}>{dayAndClock(change.start, now, m, language)}</dd>
      </div>
      <div>
        <dt>{m.board.approval.lead}</dt>
        <dd>
          {judged.noticeLeadMin === null
            ? m.board.approval.notReached
            : m.board.approval.leadOf(minutesWords(judged.noticeLeadMin, m), needed)}
          {leftMin === null
            ? null
            : ` · ${leftMin > 0 ? m.board.approval.lapses(minutesWords(leftMin, m)) : m.board.approval.lapsed}`}
        </dd>
      </div>
      <div>
        <dt>{m.board.approval.changesSoFar}</dt>
        <dd>
          {max === null
            ? order.companyChangeCount
            : m.board.approval.changesOf(order.companyChangeCount, max)}
        </dd>
      </div>
      <div>
        <dt>{m.board.approval.cause}</dt>
        <dd>{m.order.cause[change.cause]}</dd>
      </div>
    </dl>
  );
}
