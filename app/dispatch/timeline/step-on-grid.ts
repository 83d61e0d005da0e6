import type { Order } from '#domain/order/order.ts';

const NONE: readonly Order[] = [];

/** The next cell of the grid for an arrow key: rows by technician, columns by that technician's visits. */
export function stepOnGrid(
  key: string,
  rows: readonly string[],
  visits: ReadonlyMap<string, readonly Order[]>,
  at: { technicianId: string | null; selection: { ids: readonly string[] } },
): { technicianId: string; orderId: string | null } | null {
  const row = rows.indexOf(at.technicianId ?? '');
  const cells = visits.get(at.technicianId ?? '') ?? NONE;
  const column = cells.findIndex(({ id }) => id === at.selection.ids.at(-1));
  const cell = (technicianId: string | undefined, index: number) => {
    if (technicianId === undefined) return null;
    const list = visits.get(technicianId) ?? NONE;
    return { technicianId, orderId: list[Math.min(index, list.length - 1)]?.id ?? null };
  };
  switch (key) {
    case 'ArrowDown':
      return cell(rows[Math.min(rows.length - 1, row + 1)], Math.max(0, column));
    case 'ArrowUp':
      return cell(rows[Math.max(0, row - 1)], Math.max(0, column));
    case 'ArrowRight':
      return cell(rows[Math.max(0, row)], column + 1);
    case 'ArrowLeft':
      return cell(rows[Math.max(0, row)], Math.max(0, column - 1));
    case 'Home':
      return cell(rows[0], 0);
    case 'End':
      return cell(rows.at(-1), 0);
    default:
      return null;
  }
}
