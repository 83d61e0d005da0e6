'use client';

import { useState } from 'react';
import type { ChecklistMoment } from '#domain/checklist/checklists.ts';
import { checklistAt } from '#domain/checklist/checklists.ts';
import { useMessages, useRuleText } from '../ui/i18n/provider.tsx';
import { CheckRow } from './check-row.tsx';
import classes from './field.module.css';

/** Cards that were ticked at a step, to be sent with it. */
export interface Ticks {
  ticked: readonly string[];
  set(id: string, on: boolean): void;
}

/** The ticks of one step; nothing is ticked beforehand. */
export function useTicks(): Ticks {
  const [ticked, setTicked] = useState<readonly string[]>([]);
  return {
    ticked,
    set: (id, on) =>
      setTicked((before) =>
        on ? [...before.filter((one) => one !== id), id] : before.filter((one) => one !== id),
      ),
  };
}

/** What goes with a command: the cards ticked, or nothing when none was. */
export function checksOf({ ticked }: Ticks): { checks?: readonly string[] } {
  return ticked.length === 0 ? {} : { checks: ticked };
}

/** The standard's cards for a moment, in the document's own words, each with its rule (service-standard §28). */
export function ChecklistCard(props: {
  moment: ChecklistMoment;
  standardId: string;
  ticks: Ticks;
  heading?: string;
  open?: boolean;
}) {
  const m = useMessages().care.cards;
  const ruleText = useRuleText();
  const cards = checklistAt(props.moment, props.standardId);
  if (cards.length === 0) return null;
  const done = cards.filter(({ id }) => props.ticks.ticked.includes(id)).length;
  return (
    <details className={classes.doneList} open={props.open} data-cards={props.moment}>
      <summary>
        {props.heading ?? m.title} · {m.count(done, cards.length)}
      </summary>
      <div className={classes.stack}>
        {cards.map(({ id, rule, clause }) => (
          <CheckRow
            key={id}
            checked={props.ticks.ticked.includes(id)}
            onChange={(on) => props.ticks.set(id, on)}
            hint={`${rule} ${ruleText(rule)?.title ?? ''}`}
          >
            <span lang="zh-CN">{clause}</span>
          </CheckRow>
        ))}
      </div>
    </details>
  );
}
