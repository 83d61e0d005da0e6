import { ORDER_TYPES, type OrderType } from '#domain/order/order-type.ts';
import { update, useStore } from '../../live/use-store.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { useConsole } from '../state/console.ts';
import { POOL_FLAGS, type PoolFlag } from '../state/view.ts';
import css from './pool.module.css';
import type { ChipCounts } from './pool-list.ts';

/** Filters with how many orders each would show. Kinds that the day does not have are left out. */
export function Chips({ counts }: { counts: ChipCounts }) {
  const m = useMessages();
  const { view } = useConsole();
  const { types, flags } = useStore(view, (value) => value);
  const toggleFlag = (flag: PoolFlag) =>
    update(view, (before) => ({ ...before, flags: toggled(before.flags, flag) }));
  const toggleType = (type: OrderType) =>
    update(view, (before) => ({ ...before, types: toggled(before.types, type) }));
  return (
    <div className={css.chips}>
      {POOL_FLAGS.filter((flag) => counts.flags.get(flag)! > 0 || flags.includes(flag)).map((flag) => (
        <Chip
          key={flag}
          on={flags.includes(flag)}
          words={m.dispatch.pool.flags[flag]}
          count={counts.flags.get(flag)!}
          onPress={() => toggleFlag(flag)}
          alarm={flag === 'at_risk'}
        />
      ))}
      {ORDER_TYPES.filter((type) => counts.types.get(type)! > 0 || types.includes(type)).map((type) => (
        <Chip
          key={type}
          on={types.includes(type)}
          words={m.order.type[type]}
          count={counts.types.get(type)!}
          onPress={() => toggleType(type)}
        />
      ))}
    </div>
  );
}

interface ChipProps {
  readonly on: boolean;
  readonly words: string;
  readonly count: number;
  readonly alarm?: boolean;
  readonly onPress: () => void;
}

function Chip({ on, words, count, alarm, onPress }: ChipProps) {
  return (
    <button
      type="button"
      className={css.chip}
      aria-pressed={on}
      data-alarm={alarm && count > 0 ? '' : undefined}
      onClick={onPress}
    >
      {words}
      <span className={css.chipCount}>{count}</span>
    </button>
  );
}

function toggled<T>(list: readonly T[], item: T): readonly T[] {
  return list.includes(item) ? list.filter((other) => other !== item) : [...list, item];
}
