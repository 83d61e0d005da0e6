import type { RepairOption, RepairOptions } from '#protocol/repair.ts';

type Doing = Extract<RepairOption, { commands: unknown }>;

/**
 * What is to be sent for a way out at this moment. A way of two commands is asked for again before the first of them is sent, so that
 * nobody is moved for nothing: `changed` when it is no way out any more, `unasked` when nobody answered.
 */
export async function offeredNow(
  way: Doing,
  ask: () => Promise<Pick<RepairOptions, 'options'>>,
): Promise<Doing | 'changed' | 'unasked'> {
  if (way.commands.length === 1) return way;
  const now = await ask().catch(() => null);
  return now === null ? 'unasked' : (stillOffered(now, way) ?? 'changed');
}

/** The same way out among those that the server has tried just now, with its commands as they would be sent now; null when it is none. */
function stillOffered({ options }: Pick<RepairOptions, 'options'>, way: Doing): Doing | null {
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
