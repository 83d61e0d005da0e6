import type { Server } from 'node:http';
import { areaSnapshot } from '#db/query/area-snapshot.ts';
import { areaSeqs, eventsAfter } from '#db/query/event.ts';
import { positionsStoredAfter } from '#db/query/position.ts';
import { seesPositions } from '#domain/privacy/sees-positions.ts';
import { technicianSeen } from '#server/access/technician-seen.ts';
import type { Config } from '#server/config.ts';
import type { Logger } from '#server/log.ts';
import { submitCommand } from '#server/services/command/submit.ts';
import type { Services } from '#server/services/context.ts';
import { standingNotices } from '#server/services/notice/standing-notices.ts';
import { cardsFor, cardsOf, revealedCard } from '#server/services/order/cards.ts';
import { takePositions } from '#server/services/position/take-positions.ts';
import type { RealtimeParts } from './parts.ts';

/** How long a finished order stays on the boards, milliseconds: through the day after. */
const SHOWN_AFTER_END_MS = 36 * 3_600_000;

/** Joins the live side to the rest of the house. */
export function realtimeParts({
  httpServer,
  config,
  log,
  services,
}: {
  httpServer: Server;
  config: Config;
  log: Logger;
  services: Services;
}): RealtimeParts {
  const { sql } = services.database;
  return {
    httpServer,
    log,
    now: services.now,
    clockRate: services.clockRate,
    elapsed: () => performance.now(),
    random: services.random,
    allowedOrigins: config.allowedOrigins,
    signIn: (headers) => services.access.signedInFrom(headers),
    liveRights: (tokens) => services.access.liveRights(tokens),
    execute: (raw, viewer) => submitCommand({ raw, viewer, services }),
    async snapshot(viewer, areaId) {
      const read = await areaSnapshot(sql, areaId, services.now() - SHOWN_AFTER_END_MS, 'desk');
      if (!read) throw new Error(`Area ${areaId} has gone.`);
      const cards = await cardsOf(services, viewer, read.state.orders);
      const positions = seesPositions(viewer.role) ? read.state.positions : [];
      const technicians = read.state.technicians.map((technician) => technicianSeen(viewer, technician));
      const notices = await standingNotices(services, read.state);
      return {
        area: areaId,
        seq: read.seq,
        state: { ...read.state, technicians, cards, positions, notices },
      };
    },
    heads: (areaIds) => areaSeqs(sql, areaIds),
    logAfter: (areaId, seq, limit) => eventsAfter(sql, areaId, seq, limit),
    cards: (viewer, orderIds) => cardsFor(services, viewer, orderIds),
    revealed: (viewer, orderId) => revealedCard(services, viewer, orderId),
    takePositions: (reports, receivedAt) => takePositions(sql, reports, receivedAt),
    positionsStoredAfter: (areaIds, storedAfter) => positionsStoredAfter(sql, areaIds, storedAfter),
  };
}
