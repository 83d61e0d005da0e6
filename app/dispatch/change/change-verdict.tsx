import type { ChangeJudgement } from '#domain/appointment/judge-change.ts';
import type { Finding, Verdict } from '#domain/base/verdict.ts';
import type { Order } from '#domain/order/order.ts';
import type { ResolvedStandard } from '#domain/standard/resolve.ts';
import { useStore, whole } from '../../live/use-store.ts';
import { useLanguage, useMessages } from '../../ui/i18n/provider.tsx';
import { RuleNotice } from '../../ui/refusal/rule-notice.tsx';
import { dayAndClock } from '../../ui/time.ts';
import { VerdictSign } from '../drag/verdict-chip.tsx';
import { useConsole } from '../state/console.ts';
import css from './change.module.css';
import type { Lack } from './change-form.ts';

interface Props {
  readonly order: Order;
  readonly judgement: ChangeJudgement;
  readonly verdict: Verdict;
  readonly standard: ResolvedStandard;
  /** While something is not yet said, the rules about what was not said stay silent: the field says it. */
  readonly lacks: readonly Lack[];
  /** The time is still the promised one, as the dialog opened: that it is no change goes without saying. */
  readonly untouched: boolean;
}

/** What the rules say of the change as it stands: notice, count, and each rule that speaks. */
export function ChangeVerdict({ order, judgement, verdict, standard, lacks, untouched }: Props) {
  const m = useMessages();
  const c = m.dispatch.change;
  const d = m.dispatch.drag;
  const language = useLanguage();
  const now = useStore(useConsole().now, whole);
  const max = standard.get('change.max');
  const said = judgement.findings.filter(
    (finding) => !isAboutUnsaid(finding, lacks) && !(untouched && finding.rule === 'CHG-06'),
  );
  const told = !lacks.includes('needNotified');
  const figures = [
    told && judgement.noticeLeadMin !== null && c.lead(Math.floor(judgement.noticeLeadMin)),
    judgement.closesAt !== null && c.closes(dayAndClock(judgement.closesAt, now, m, language)),
    judgement.usableUntil !== null &&
      judgement.usableUntil !== judgement.closesAt &&
      c.usable(dayAndClock(judgement.usableUntil, now, m, language)),
    max === null ? c.usedUnlimited(order.companyChangeCount) : c.used(order.companyChangeCount, max),
    !lacks.includes('needCause') && (judgement.counted ? c.counted : c.notCounted),
  ].filter((words): words is string => typeof words === 'string');
  const outcome = { accepted: c.allowed, needs_approval: d.approval, refused: d.refused }[verdict.outcome];
  const open = untouched || lacks.length > 0;
  return (
    <section className={css.verdict} aria-label={c.verdict} aria-live="polite">
      <p className={css.outcome} data-outcome={open ? 'open' : verdict.outcome}>
        {open ? null : <VerdictSign outcome={verdict.outcome} />}
        {open ? c.verdict : outcome}
      </p>
      <ul className={css.figures}>
        {figures.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      {said.map((finding) => (
        <RuleNotice
          key={`${finding.rule} ${finding.kind}`}
          rule={{ id: finding.rule, kind: finding.kind, facts: finding.facts }}
          now={now}
        />
      ))}
    </section>
  );
}

function isAboutUnsaid({ rule, facts }: Finding, lacks: readonly Lack[]): boolean {
  if (rule === 'CHG-04') return facts.missing === 'cause' && lacks.includes('needCause');
  if (rule === 'CHG-02') return facts.missing === 'reason' && lacks.includes('needReason');
  return rule === 'CHG-01' && lacks.includes('needNotified');
}
