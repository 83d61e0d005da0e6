/** The selected orders in the order they were picked, and where a Shift range begins. */
export interface Selection {
  readonly ids: readonly string[];
  readonly anchor: string | null;
}

export const NOTHING_SELECTED: Selection = { ids: [], anchor: null };

/** Exactly this one. */
export function selectOne(id: string): Selection {
  return { ids: [id], anchor: id };
}

/** Ctrl: in when it was out, out when it was in. */
export function toggleOne(selection: Selection, id: string): Selection {
  const ids = selection.ids.includes(id)
    ? selection.ids.filter((other) => other !== id)
    : [...selection.ids, id];
  return { ids, anchor: id };
}

/** Shift where there is no one list: what is selected, and this one as the last. */
export function joined(selection: Selection, id: string): Selection {
  return { ids: [...selection.ids.filter((other) => other !== id), id], anchor: selection.anchor ?? id };
}

/** Shift: everything between the anchor and `id` in the list as shown, in that list's order. */
export function selectRange(selection: Selection, id: string, shown: readonly string[]): Selection {
  const from = selection.anchor === null ? -1 : shown.indexOf(selection.anchor);
  const to = shown.indexOf(id);
  if (from < 0 || to < 0) return selectOne(id);
  return { ids: shown.slice(Math.min(from, to), Math.max(from, to) + 1), anchor: selection.anchor };
}

/** What is dragged when `id` is grasped: the whole selection in shown order when `id` is part of it, else `id` alone. */
export function graspedWith(selection: Selection, id: string, shown: readonly string[]): readonly string[] {
  if (!selection.ids.includes(id) || selection.ids.length === 1) return [id];
  const inShown = shown.filter((other) => selection.ids.includes(other));
  const elsewhere = selection.ids.filter((other) => !inShown.includes(other));
  return [...inShown, ...elsewhere];
}
