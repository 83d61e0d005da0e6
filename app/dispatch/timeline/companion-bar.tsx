import { memo } from 'react';
import { useStore } from '../../live/use-store.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { clock } from '../../ui/time.ts';
import { useConsole } from '../state/console.ts';
import type { Bar } from './day-bars.ts';
import { type Scale, xOf } from './scale.ts';
import css from './timeline.module.css';

/** So much room the words need, CSS pixels. */
const WORDS_PX = 44;

/** The time for which somebody goes along on another's visit (E-101): there to be seen and opened; it moves with that visit. */
export const CompanionBar = memo(function CompanionBar({ bar, scale }: { bar: Bar; scale: Scale }) {
  const t = useMessages().dispatch.timeline;
  const console = useConsole();
  const { order } = bar;
  const lead = useStore(
    console.board,
    ({ technicians }) => technicians.get(order.technicianId ?? '')?.name ?? '',
  );
  const left = xOf(scale, bar.travelFrom);
  const width = Math.max(16, xOf(scale, bar.to) - left);
  const words = [
    t.along(lead),
    order.estate ?? order.number,
    (bar.begun ? t.actual : t.planned)(clock(bar.from), clock(bar.to)),
  ];
  return (
    <button
      type="button"
      tabIndex={-1}
      className={css.along}
      style={{ left, width }}
      title={words.join('\n')}
      aria-label={words.join('，')}
      data-along={order.id}
      onClick={() => console.open(order.id)}
    >
      {width > WORDS_PX ? t.alongShort : null}
    </button>
  );
});
