'use client';

import type { Instant } from '#domain/base/brand.ts';
import type { Facts } from '#domain/base/verdict.ts';
import { useStore, whole } from '../../live/use-store.ts';
import { useLanguage, useMessages, useRuleText } from '../i18n/provider.tsx';
import { factWords } from './fact-words.ts';
import { names } from './names.ts';
import classes from './refusal.module.css';

/** What a rule said, from the server or from the browser's own judgement. `clause` is the standard's own words. */
export interface ShownRule {
  id: string;
  kind: 'block' | 'approval' | 'warning';
  clause?: string;
  facts: Readonly<Record<string, unknown>>;
}

/** One rule: its id, what it is called, what to do, the facts, and the clause folded away. */
export function RuleNotice({ rule, now }: { rule: ShownRule; now: Instant }) {
  const m = useMessages();
  const language = useLanguage();
  const text = useRuleText()(rule.id);
  const facts = factWords(rule.facts, now, m, language, useStore(names, whole));
  return (
    <div className={classes.rule} data-kind={rule.kind} data-rule={rule.id}>
      <p className={classes.title}>
        <span className={classes.id}>{rule.id}</span>
        {text?.title ?? rule.clause ?? ''}
      </p>
      {text ? <p className={classes.advice}>{text.advice(rule.facts as Facts)}</p> : null}
      {facts.length > 0 ? (
        <dl className={classes.facts}>
          {facts.map((fact) => (
            <div key={fact.name} className={classes.fact}>
              <dt>{fact.label}</dt>
              <dd>{fact.value}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {rule.clause ? (
        <details className={classes.clause}>
          <summary>{m.refusal.clause}</summary>
          <q lang="zh-CN">{rule.clause}</q>
        </details>
      ) : null}
    </div>
  );
}
