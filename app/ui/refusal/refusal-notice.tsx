'use client';

import type { Instant } from '#domain/base/brand.ts';
import type { Role } from '#domain/base/role.ts';
import type { CommandRefused } from '#protocol/command.ts';
import { useMessages } from '../i18n/provider.tsx';
import type { Messages } from '../i18n/zh-cn.ts';
import classes from './refusal.module.css';
import { refusalHeading } from './refusal-heading.ts';
import { RuleNotice } from './rule-notice.tsx';

/**
 * Why a command was not carried out, in the order a person asks: what happened, which clause, what to do, on which
 * facts. Stays until dismissed by whoever shows it.
 */
export function RefusalNotice({ refusal, now }: { refusal: CommandRefused; now: Instant }) {
  const m = useMessages();
  const body = bodyOf(refusal, m);
  return (
    <div className={classes.notice} role="alert" data-code={refusal.code}>
      <p className={classes.heading}>{refusalHeading(refusal, m)}</p>
      {body ? <p className={classes.body}>{body}</p> : null}
      {refusal.rules?.map((rule) => (
        <RuleNotice key={rule.id} rule={rule} now={now} />
      ))}
      {refusal.approver ? (
        <p className={classes.body}>{m.refusal.approver(m.common.roles[refusal.approver as Role])}</p>
      ) : null}
    </div>
  );
}

function bodyOf(refusal: CommandRefused, m: Messages): string | null {
  if (refusal.code === 'invalid' && refusal.field) return m.refusal.field(fieldName(refusal.field, m));
  const bodies: Readonly<Record<string, string>> = m.refusal.body;
  return bodies[refusal.code] ?? null;
}

/** What a form calls a field of a command, by its whole path or its last part; the path itself where no form shows it. */
function fieldName(path: string, m: Messages): string {
  const names: Readonly<Record<string, string>> = m.refusal.fields;
  return names[path] ?? names[path.slice(path.lastIndexOf('.') + 1)] ?? path;
}
