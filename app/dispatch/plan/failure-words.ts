import type { ProblemFault } from '#domain/scheduling/judge-problem.ts';
import type { Messages } from '../../ui/i18n/messages.ts';

type FailureMessages = Messages['dispatch']['plan']['failure'];

/**
 * What a dispatcher reads of a plan that could not be computed. The planner begins its reason with a word for what is known to happen;
 * anything else is shown as it was said, for whoever runs the server.
 */
export function failureWords(failure: string | null, words: FailureMessages): string {
  const [known] = (failure ?? '').split(':');
  if (known === 'interrupted' || known === 'worker_gone' || known === 'dismissed') return words[known];
  const faults = failureFaults(failure);
  return faults.length > 0 ? words.refused(faults.length) : words.other(failure ?? '');
}

const REFUSED = 'refused: ';

/** The visits and technicians whose values could not be meant, where that is why; none otherwise. */
export function failureFaults(failure: string | null): readonly ProblemFault[] {
  return failure?.startsWith(REFUSED) ? (JSON.parse(failure.slice(REFUSED.length)) as ProblemFault[]) : [];
}

/** What is wrong with one value. */
export function faultWords({ field, found }: ProblemFault, { faults }: FailureMessages): string {
  if (field === 'place' || field === 'start' || field === 'end') return faults.place();
  if (field === 'durationSeconds') return faults.durationSeconds(found);
  if (field === 'window') return faults.window(clocks(found));
  if (field === 'skills') return faults.skills(found);
  if (field === 'shiftStart' || field === 'shiftEnd') return faults.shift(clocks(found));
  if (field.startsWith('breaks')) return faults.breaks(clocks(found));
  return field === 'lock.technician' ? faults.lock() : faults.other(field, found);
}

/** Seconds of the day, as the planner counts, as clock times; whatever is none stays as it was found. */
function clocks(found: string): string {
  return found.replace(' to ', '–').replace(/\d+/g, (seconds) => {
    const minutes = Math.floor(Number(seconds) / 60);
    const [hour, minute] = [Math.floor(minutes / 60), minutes % 60];
    return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  });
}
