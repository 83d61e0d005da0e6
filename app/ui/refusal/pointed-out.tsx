'use client';

import type { RefusalRule } from '#protocol/command.ts';
import { useRuleText } from '../i18n/provider.tsx';
import classes from './refusal.module.css';

/** What the rules pointed out about something that was done all the same. */
export function PointedOut({ rules }: { rules: readonly RefusalRule[] }) {
  const textOf = useRuleText();
  const once = new Map(rules.map((rule) => [rule.id, rule]));
  return (
    <ul className={classes.pointedOut}>
      {[...once.values()].map(({ id, clause }) => (
        <li key={id} data-pointed-out={id}>
          <span className={classes.id}>{id}</span>
          {textOf(id)?.title ?? clause}
        </li>
      ))}
    </ul>
  );
}
