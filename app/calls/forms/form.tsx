'use client';

import { Button } from '@mantine/core';
import type { Instant, OrderId } from '#domain/base/brand.ts';
import type { CommandType } from '#protocol/command.ts';
import { AskApproval } from '../../dispatch/assign/outcome-toast.tsx';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { RefusalNotice } from '../../ui/refusal/refusal-notice.tsx';
import classes from '../calls.module.css';
import type { Act, OrderAct } from '../use-act.tsx';
import type { WorkItem } from '../work-list.ts';

/** What every form of the desk is given. */
export interface FormProps {
  readonly item: WorkItem;
  readonly act: Act;
  /** Commands that this person's role may send. */
  readonly may: ReadonlySet<CommandType>;
  readonly personId: string;
  readonly now: Instant;
}

/** What became of the last command where it was refused: which clause, and the way to whoever may allow it. */
export function Refused({ act, orderId, now }: Pick<FormProps, 'act' | 'now'> & { orderId: OrderId }) {
  if (!act.refused) return null;
  const { refusal } = act.refused;
  return (
    <div className={classes.refused}>
      <RefusalNotice refusal={refusal} now={now} />
      {refusal.code === 'needs_approval' ? (
        <AskApproval onAsk={(reason) => void act.ask(orderId, reason)} />
      ) : null}
    </div>
  );
}

/** One button that sends one command; whoever may not send it reads who may. */
export function SendButton(props: {
  form: Pick<FormProps, 'act' | 'may'>;
  command: OrderAct;
  done: string;
  children: string;
  plain?: boolean;
  disabled?: boolean;
}) {
  const m = useMessages().calls;
  const { act, may } = props.form;
  const { command } = props;
  const allowed = may.has(command.type);
  return (
    <Button
      variant={props.plain ? 'default' : 'filled'}
      loading={act.busy === command.type}
      disabled={!allowed || props.disabled === true || act.busy !== null}
      title={allowed ? undefined : m.notYours}
      onClick={() => void act.run([command], props.done)}
    >
      {props.children}
    </Button>
  );
}
