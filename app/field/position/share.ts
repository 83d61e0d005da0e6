import type { Instant } from '#domain/base/brand.ts';
import { type Fix, type Gate, OPEN_GATE, passGate } from '#domain/geo/position-gate.ts';
import type { PositionFix } from '#protocol/live.ts';
import { worthSending } from './thin.ts';

/** What the phone measured; metres, metres a second, degrees from north. */
export interface Measured {
  lng: number;
  lat: number;
  accuracyM: number;
  speed: number | null;
  heading: number | null;
  at: Instant;
}

/** What sharing remembers between fixes. Nothing here touches the device or the network. */
export interface Share {
  gate: Gate;
  /** The last fix put up for sending. */
  chosen: Fix | undefined;
  /** Put up for sending and not yet known to have arrived, oldest first. */
  queue: readonly PositionFix[];
  /** Numbers the fixes of this sitting. */
  seq: number;
  /** The newest fix that the gate let through, whether sent or not. */
  current: Measured | null;
  /** The last fix was too coarse to be used; its accuracy in metres. */
  coarseM: number | null;
}

export const NO_SHARE: Share = {
  gate: OPEN_GATE,
  chosen: undefined,
  queue: [],
  seq: 0,
  current: null,
  coarseM: null,
};

/** A phone out of reach for hours keeps the newest part of its way. */
export const MAX_QUEUE = 500;

/** Takes one measurement in: through the gate of accuracy and speed, then thinned, then queued. */
export function takeMeasured(share: Share, measured: Measured): Share {
  const fix: Fix = {
    point: { lng: measured.lng, lat: measured.lat },
    accuracyM: measured.accuracyM,
    at: measured.at,
  };
  const { gate, fault } = passGate(share.gate, fix);
  if (fault === 'inaccurate') return { ...share, gate, coarseM: measured.accuracyM };
  if (fault !== undefined) return { ...share, gate };
  const passed = { ...share, gate, current: measured, coarseM: null };
  if (!worthSending(share.chosen, fix)) return passed;
  const row: PositionFix = [
    measured.lng,
    measured.lat,
    measured.accuracyM,
    measured.speed,
    measured.heading,
    measured.at,
    share.seq + 1,
  ];
  return {
    ...passed,
    chosen: fix,
    seq: share.seq + 1,
    queue: [...share.queue, row].slice(-MAX_QUEUE),
  };
}

/** The fixes up to and including `seq` have arrived. */
export function settle(share: Share, seq: number): Share {
  return { ...share, queue: share.queue.filter((row) => row[6] > seq) };
}
