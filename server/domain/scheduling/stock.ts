import type { Problem, TechnicianDay, Visit } from './model.ts';

/** A tool is carried without being used up. */
const UNLIMITED = 1 << 28;

/** The kinds of parts and tools that any visit asks for. */
export function stockNamesOf(problem: Problem): readonly string[] {
  const names = new Set<string>();
  for (const visit of problem.visits) {
    for (const part of Object.keys(visit.parts ?? {})) names.add(`part ${part}`);
    for (const tool of visit.tools ?? []) names.add(`tool ${tool}`);
  }
  return [...names];
}

/** How much of each kind a visit needs. */
export function neededBy(visit: Visit, stockNames: readonly string[]): readonly number[] {
  return stockNames.map((name) => {
    if (name.startsWith('part ')) return visit.parts?.[name.slice(5)] ?? 0;
    return visit.tools?.includes(name.slice(5)) ? 1 : 0;
  });
}

/** How much of each kind a technician carries. */
export function carriedBy(technician: TechnicianDay, stockNames: readonly string[]): readonly number[] {
  return stockNames.map((name) => {
    if (name.startsWith('part ')) return technician.parts?.[name.slice(5)] ?? 0;
    return technician.tools?.includes(name.slice(5)) ? UNLIMITED : 0;
  });
}
