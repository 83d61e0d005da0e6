import classes from './sla-bar.module.css';

/** Steps of a limit's bar: under half green, three quarters yellow, then orange, red when over; hatched while paused. */
export const SLA_STEPS = ['green', 'yellow', 'orange', 'red', 'paused'] as const;
export type SlaStep = (typeof SLA_STEPS)[number];

/** The step of a share of the limit that is used up (1 = due). */
export function slaStep(share: number, paused: boolean): SlaStep {
  if (paused) return 'paused';
  if (share < 0.5) return 'green';
  if (share < 0.75) return 'yellow';
  return share < 1 ? 'orange' : 'red';
}

/** How much of a limit is used. `label` says it in words for those who do not see the bar. */
export function SlaBar(props: { share: number; paused?: boolean; label: string }) {
  const step = slaStep(props.share, props.paused ?? false);
  const percent = Math.min(100, Math.max(2, Math.round(props.share * 100)));
  return (
    <span className={classes.track} role="img" aria-label={props.label} title={props.label}>
      <span className={classes.fill} data-step={step} style={{ inlineSize: `${percent}%` }} />
    </span>
  );
}
