import type { Instance, InstanceObjective } from './instance.ts';
import { readPillac } from './pillac.ts';
import { readSolomon } from './solomon.ts';

/** Reads an instance file by its content: Pillac's technician files, else Solomon's and Gehring-Homberger's. */
export function readInstance(text: string, objective: InstanceObjective): Instance {
  return text.includes('CREW COUNT') ? readPillac(text) : readSolomon(text, objective);
}
