import { setTimeout as wait } from 'node:timers/promises';
import type { Services } from '../context.ts';

/**
 * Faults after which the same command with the same id is simply tried again (reliability: retry table): serialisation and
 * deadlock, a lock not had in time, the server going down or coming up, a connection lost on the way. What is under way survives them
 * and is done once (NFR-01).
 */
const TRANSIENT = new Set([
  '40001',
  '40P01',
  '55P03',
  '57014',
  '57P01',
  '57P02',
  '57P03',
  '57P05',
  '53300',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'CONNECT_TIMEOUT',
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
]);

export function isTransient(error: unknown): boolean {
  const code = codeOf(error);
  return code !== undefined && (TRANSIENT.has(code) || code.startsWith('08'));
}

/** The database's SQLSTATE, or the code of the connection that failed. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? code : undefined;
}

/** The constraint that a statement ran into. */
export function constraintOf(error: unknown): string | undefined {
  const { constraint_name: name } = (error ?? {}) as { constraint_name?: unknown };
  return typeof name === 'string' ? name : undefined;
}

const TRIES = 40;
const PATIENCE_MS = 5_000;

/**
 * Runs `attempt` until it does not fail for a passing reason: up to 40 times or five seconds, 50 to 150 ms apart.
 * Returns `givenUp()` after that; other errors go through.
 */
export async function withRetries<T>(
  services: Pick<Services, 'random' | 'log'>,
  attempt: () => Promise<T>,
  givenUp: () => T,
): Promise<T> {
  const began = performance.now();
  for (let tries = 1; ; tries++) {
    try {
      return await attempt();
    } catch (error) {
      if (!isTransient(error)) throw error;
      if (tries >= TRIES || performance.now() - began > PATIENCE_MS) {
        services.log.error({ err: error, tries }, 'gave up on a command: the database does not answer');
        return givenUp();
      }
      await wait(50 + services.random() * 100);
    }
  }
}
