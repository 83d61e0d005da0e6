import type { Instant } from '#domain/base/brand.ts';

/** What the live client knows of its line to the server. */
export interface Line {
  /** The socket is up and the last `watch` was answered. */
  readonly watching: boolean;
  /** Since when it is not; null while it is. */
  readonly downSince: Instant | null;
  /** The server answers but cannot reach its database: nothing can be saved. */
  readonly refusing: boolean;
  /** Commands not yet answered. */
  readonly queued: number;
  /** Nobody is signed in any more. */
  readonly signedOut: boolean;
  /** The server speaks another protocol version: only a reload helps. */
  readonly outdated: boolean;
  /** The areas asked for are not this person's (any more): only a reload helps. */
  readonly forbidden: boolean;
}

export type Connection =
  | { state: 'live'; queued: number }
  /** Just lost; what is shown may be a few seconds old. */
  | { state: 'reconnecting'; queued: number; downSince: Instant | null }
  /** What is shown is old and nothing is being saved; `queued` commands wait to be sent. */
  | { state: 'offline'; queued: number; downSince: Instant | null }
  | { state: 'signed_out'; queued: number }
  /** The page no longer fits the server: reload. */
  | { state: 'outdated'; queued: number }
  /** The page no longer fits the person's rights: reload. */
  | { state: 'forbidden'; queued: number };

export const FIRST_LINE: Line = {
  watching: false,
  downSince: null,
  refusing: false,
  queued: 0,
  signedOut: false,
  outdated: false,
  forbidden: false,
};

/** After so long without a line people must be told that nothing is being saved, milliseconds. */
export const OFFLINE_AFTER_MS = 5_000;

/** What the banner says. With something waiting to be sent there is no grace: it is not saved, and the banner says so. */
export function connectionOf(line: Line, now: Instant): Connection {
  const { queued, downSince } = line;
  if (line.signedOut) return { state: 'signed_out', queued };
  if (line.outdated) return { state: 'outdated', queued };
  if (line.forbidden) return { state: 'forbidden', queued };
  if (line.refusing) return { state: 'offline', queued, downSince };
  if (line.watching) return { state: 'live', queued };
  const long = downSince !== null && now - downSince >= OFFLINE_AFTER_MS;
  return { state: long || queued > 0 ? 'offline' : 'reconnecting', queued, downSince };
}
