import type { Instant } from '#domain/base/brand.ts';
import type { Outcome } from '#domain/base/verdict.ts';
import type { Messages } from '../../ui/i18n/messages.ts';
import { useLanguage, useMessages } from '../../ui/i18n/provider.tsx';
import { clock, dayAndClock, isoDay } from '../../ui/time.ts';
import { useConsole } from '../state/console.ts';
import { bindingFinding, type TargetVerdict } from './target-verdict.ts';
import css from './verdict-chip.module.css';

const SIGN: Record<Outcome, string> = {
  accepted: 'M3 8.5 6.5 12 13 4.5',
  needs_approval: 'M8 2 14.5 13.5h-13zM8 6.2v3.3M8 11.4v.2',
  refused: 'M4 4l8 8M12 4l-8 8',
};

/** Legal, needs approval or refused: sign and words, the rule, added travel and who would be late. */
export function VerdictChip({ verdict, at }: { verdict: TargetVerdict; at: Instant | null }) {
  const m = useMessages();
  const language = useLanguage();
  const { session, board, now, date } = useConsole();
  // What is aimed at may be taken: the time said is the one that a drop would give.
  const start = firstStart(verdict, session.lifted.get()?.orderIds ?? []) ?? at;
  const startText =
    start === null
      ? ''
      : isoDay(start) === date()
        ? clock(start)
        : dayAndClock(start, now.get(), m, language);
  const words = verdictWords(verdict, m, (orderId) => board.get().orders.get(orderId)?.estate ?? null);
  return (
    <span
      className={css.chip}
      data-outcome={verdict.outcome}
      title={[words.outcome, ...words.details].join(' · ')}
    >
      <VerdictSign outcome={verdict.outcome} />
      <span className={css.text}>
        <span className={css.first}>
          {verdict.outcome === 'accepted' ? startText : words.outcome}
          {words.rule ? <span className={css.rule}>{words.rule}</span> : null}
        </span>
        <span className={css.second}>
          <span className={css.details}>
            {words.details.map((detail) => (
              <span key={detail} className={css.detail}>
                {detail}
              </span>
            ))}
          </span>
        </span>
      </span>
    </span>
  );
}

export function VerdictSign({ outcome }: { outcome: Outcome }) {
  return (
    <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true" focusable="false" className={css.sign}>
      <path
        d={SIGN[outcome]}
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

export interface VerdictWords {
  readonly outcome: string;
  readonly rule: string | null;
  readonly details: readonly string[];
}

/** A verdict in words, for the chip, the assign list and the screen reader alike. */
export function verdictWords(
  verdict: TargetVerdict,
  m: Messages,
  nameOf: (orderId: string) => string | null,
): VerdictWords {
  const d = m.dispatch.drag;
  const binding = bindingFinding(verdict.findings);
  const details: string[] = [];
  if (verdict.outcome !== 'refused') {
    const worst = [...verdict.late].sort(
      (a, b) => Number(b.promised) - Number(a.promised) || b.minutes - a.minutes,
    )[0];
    if (worst) {
      details.push(d.late(nameOf(worst.orderId) ?? m.order.one, worst.minutes));
      if (verdict.late.length > 1) details.push(d.lateMore(verdict.late.length));
    }
    if (verdict.overtimeMin > 0) details.push(d.overtime(verdict.overtimeMin));
    details.push(d.added(Math.round(verdict.addedTravelSeconds / 60)));
  }
  if (verdict.movesPromise) details.unshift(d.movesPromise);
  const outcome =
    verdict.outcome === 'accepted' ? d.legal : verdict.outcome === 'needs_approval' ? d.approval : d.refused;
  return { outcome, rule: binding?.rule ?? null, details };
}

/** When the first of the dropped orders would begin. */
export function firstStart(verdict: TargetVerdict, orderIds: readonly string[]): Instant | null {
  const starts = orderIds.flatMap((id) => verdict.slots.get(id)?.start ?? []);
  return starts.length > 0 ? Math.min(...starts) : null;
}
