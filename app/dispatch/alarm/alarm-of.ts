import type { OpenNotice } from '../../notices/open-notices.ts';

/** How loudly new notices are told: `due` when one of them is overdue, `soon` when they only warn, null when there is none. */
export function alarmOf(known: ReadonlySet<string>, open: readonly OpenNotice[]): 'due' | 'soon' | null {
  const fresh = open.filter(({ notice }) => !known.has(notice.id));
  if (fresh.length === 0) return null;
  return fresh.some(({ notice }) => notice.level !== 'warning') ? 'due' : 'soon';
}
