import { useMessages } from '../ui/i18n/provider.tsx';
import { LoadingState } from '../ui/states.tsx';
import css from './coming-surface.module.css';
import zoneCss from './console.module.css';
import type { Zones } from './state/zones.ts';

/** As many as fill a wall; what does not fit is cut. */
const LINES = Array.from({ length: 32 }, (_, index) => index);

/** The three zones before the first answer: where everything will stand, so that nothing jumps when it comes. */
export function ComingSurface({ only, zones }: { only: 'map' | null; zones: Zones }) {
  const label = useMessages().dispatch.states.loadingTitle;
  if (only === 'map')
    return (
      <div className={css.ground}>
        <LoadingState label={label} />
      </div>
    );
  return (
    <div className={zoneCss.zones}>
      <div className={css.pool} style={{ width: zones.poolPx }}>
        <div className={css.tools} aria-hidden="true" />
        <Lines look={css.card!} />
      </div>
      <div className={zoneCss.right}>
        <div className={css.ground} style={{ height: `${zones.mapShare * 100}%` }}>
          <LoadingState label={label} />
        </div>
        <div className={css.timeline}>
          <div className={css.ruler} aria-hidden="true" />
          <Lines look={css.row!} />
        </div>
      </div>
    </div>
  );
}

function Lines({ look }: { look: string }) {
  return (
    <div className={css.lines} aria-hidden="true">
      {LINES.map((line) => (
        <div key={line} className={look}>
          <i />
          <i />
        </div>
      ))}
    </div>
  );
}
