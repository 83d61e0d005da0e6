import type { QuarantinedFix, Reporter, StoredFix } from '#db/query/position.ts';
import type { Instant } from '#domain/base/brand.ts';
import { clockFault } from '#domain/geo/clock-drift.ts';
import { type FixFault, type Gate, passGate } from '#domain/geo/position-gate.ts';
import type { PositionFix } from '#protocol/live.ts';

export type DropReason = FixFault | 'off_duty' | 'no_consent' | 'before_duty' | 'unknown_technician';

/** What becomes of one technician's fixes. */
export interface Sifted {
  /** Joins the raw track. */
  track: StoredFix[];
  /** The newest position, when it moved. */
  moved: StoredFix | null;
  refusedInARow: number;
  quarantined: QuarantinedFix[];
  dropped: DropReason[];
}

/**
 * Decides about fixes before anything of them is stored. Nothing passes without consent and duty, nor a fix that was
 * taken before this duty began, however late it is delivered (I21). Then the device's clock, then the gate.
 * An older fix joins the track but never moves the pin back; an impossible one is left out.
 */
export function siftFixes(reporter: Reporter, fixes: readonly PositionFix[], receivedAt: Instant): Sifted {
  const sifted: Sifted = {
    track: [],
    moved: null,
    refusedInARow: reporter.refusedInARow,
    quarantined: [],
    dropped: [],
  };
  const { onDutySince } = reporter;
  if (onDutySince === null || !reporter.consented) {
    const reason = onDutySince === null ? 'off_duty' : 'no_consent';
    sifted.dropped = fixes.map(() => reason);
    return sifted;
  }
  let gate = gateOf(reporter);
  for (const fix of [...fixes].sort((a, b) => a[5] - b[5])) {
    const stored = storedFix(reporter, fix, receivedAt);
    const fault = clockFault(stored.occurredAt, receivedAt);
    if (fault) {
      sifted.quarantined.push({ ...stored, fault });
    } else if (stored.occurredAt < onDutySince) {
      sifted.dropped.push('before_duty');
    } else {
      const passed = passGate(gate, {
        point: { lng: stored.lng, lat: stored.lat },
        accuracyM: stored.accuracyM,
        at: stored.occurredAt,
      });
      gate = passed.gate;
      if (passed.fault === undefined) sifted.moved = stored;
      if (passed.fault === undefined || passed.fault === 'older') sifted.track.push(stored);
      else sifted.dropped.push(passed.fault);
    }
  }
  sifted.refusedInARow = gate.refusedInARow;
  return sifted;
}

function gateOf({ last, refusedInARow }: Reporter): Gate {
  return {
    last: last
      ? { point: { lng: last.lng, lat: last.lat }, accuracyM: last.accuracyM, at: last.occurredAt }
      : undefined,
    refusedInARow,
  };
}

function storedFix(reporter: Reporter, fix: PositionFix, receivedAt: Instant): StoredFix {
  const [lng, lat, accuracyM, speed, heading, occurredAt, seq] = fix;
  return {
    technicianId: reporter.technicianId,
    lng,
    lat,
    accuracyM,
    speed,
    heading,
    occurredAt,
    seq,
    receivedAt,
  };
}
