import pino, { type Logger } from 'pino';
import type { LogLevel } from './config.ts';

export type { Logger };

/** Fields that must never be readable in a log, wherever they sit in what is logged. */
const HIDDEN = [
  'password',
  'token',
  'cookie',
  'authorization',
  'phone',
  'name',
  'address',
  'note',
  'payload',
  'body',
];

/**
 * JSON lines on stdout. They tell what happened to which id, never what a customer's name, number or address is:
 * callers log ids and codes, and what slips in under a telling name is removed.
 */
export function createLog(level: LogLevel, destination?: pino.DestinationStream): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: HIDDEN.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]), censor: '[hidden]' },
      serializers: { err: describeError },
    },
    destination ?? pino.destination({ fd: 1, sync: true }),
  );
}

/** The parts of an error that hold no values of a row: PostgreSQL's `detail` and `parameters` are left out. */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { code, severity, constraint_name } = error as {
    code?: string;
    severity?: string;
    constraint_name?: string;
  };
  return {
    type: error.name,
    message: error.message,
    stack: error.stack,
    code,
    severity,
    constraint: constraint_name,
  };
}
