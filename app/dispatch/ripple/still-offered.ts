import type { RepairOption, RepairOptions } from '#protocol/repair.ts';

type Doing = Extract<RepairOption, { commands: unknown }>;

/**
 * The same way out among those that the server has tried just now, with its commands as they would be sent now; null when it is none any
 * more. A way of two commands is asked for again before the first of them is sent, so that nobody is moved for nothing.
 */
export function stillOffered({ options }: Pick<RepairOptions, 'options'>, way: Doing): Doing | null {
  const moves = movesOf(way);
  const same = options.find(
    (one) => 'commands' in one && one.outcome !== 'refused' && movesOf(one) === moves,
  );
  return (same as Doing | undefined) ?? null;
}

/** Who is given to whom. */
function movesOf({ commands }: Doing): string {
  return commands.map(({ payload: { orderId, technicianId } }) => `${orderId} ${technicianId}`).join(', ');
}
