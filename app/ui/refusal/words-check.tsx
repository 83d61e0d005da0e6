'use client';

import type { Instant } from '#domain/base/brand.ts';
import type { Order } from '#domain/order/order.ts';
import { judgeText } from '#domain/script/forbidden.ts';
import { standardOf } from '#domain/standard/catalogue.ts';
import { RuleNotice } from './rule-notice.tsx';

/** What the rules say of words that the customer will hear, while they are typed: forbidden phrases, with what to do (RECD-03). */
export function WordsCheck({ words, order, now }: { words: string; order: Order; now: Instant }) {
  const found = judgeText(words, standardOf(order).id);
  return (
    <div role="status">
      {found.map((rule) => (
        <RuleNotice key={rule.rule} rule={{ id: rule.rule, kind: rule.kind, facts: rule.facts }} now={now} />
      ))}
    </div>
  );
}
