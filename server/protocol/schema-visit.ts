import { z } from 'zod';
import { CHECKLIST } from '#domain/checklist/checklists.ts';
import { RATINGS } from '#domain/visit/sheet.ts';
import { TURNED_AWAY_BY } from '#domain/visit/visit.ts';
import {
  device,
  id,
  instant,
  localDate,
  photos,
  photosAndSignature,
  reason,
  said,
  sha256,
} from './schema-base.ts';

const CARD_IDS = CHECKLIST.map(({ id: card }) => card);
const step = {
  orderId: id,
  occurredAt: instant.optional(),
  checks: z.array(z.enum(CARD_IDS)).max(100).optional(),
  device: device.optional(),
};
/** Steps at the door or in the home, each with the photos that were taken for it. */
const onSite = { ...step, photos: photos.optional() };
const plain = z.strictObject(onSite);

/** Payloads of the steps of a visit. */
export const visitSchemas = {
  'visit.depart': z.strictObject({
    ...step,
    kitMissing: z.array(said(40)).max(60).optional(),
    reason: reason.optional(),
  }),
  'visit.arrive': z.strictObject({
    ...onSite,
    distanceM: z.number().min(0).max(1_000_000).optional(),
    reason: reason.optional(),
  }),
  'visit.knock': plain,
  'visit.enter': plain,
  'visit.leave_no_answer': z.strictObject({
    ...onSite,
    calls: z.int().min(0).max(100),
    note: z.union([z.enum(['full', 'none']), z.array(said(40)).max(20)]),
    photo: z.boolean().optional(),
  }),
  'visit.turned_away': z.strictObject({
    ...onSite,
    by: z.enum(TURNED_AWAY_BY),
    reason,
    calls: z.int().min(0).max(100).optional(),
  }),
  'visit.work': z.strictObject({
    ...onSite,
    routingAgreed: z.boolean().optional(),
    advice: reason.optional(),
    risk: z.strictObject({ explained: z.boolean(), consent: z.boolean() }).optional(),
    serviceAffecting: z.boolean().optional(),
  }),
  'visit.test': z.strictObject({
    ...onSite,
    threeOnes: z.boolean().optional(),
    downMbps: z.number().min(0).max(1_000_000).optional(),
    reason: reason.optional(),
  }),
  'visit.activate': z.strictObject({ ...onSite, temporary: z.boolean().optional() }),
  'visit.observe': plain,
  'visit.observe_failed': plain,
  'visit.sign': z.strictObject({
    ...step,
    photos: photosAndSignature.optional(),
    filledBy: z.enum(['customer', 'technician']),
    refused: z.boolean().optional(),
    reason: reason.optional(),
    satisfied: z.boolean().optional(),
    chargedAmount: z.number().min(0).max(100_000).optional(),
    invoiceNo: said(40).optional(),
    rating: z.enum(RATINGS).optional(),
    score: z.int().min(1).max(10).optional(),
    opined: z.boolean().optional(),
    opinion: reason.optional(),
    signatureHash: sha256.optional(),
  }),
  'visit.block': z.strictObject({
    ...onSite,
    reason,
    department: said(60),
    consent: z.boolean().optional(),
    expectedReturnDate: localDate.optional(),
  }),
  'visit.past_hours': z.strictObject({ ...onSite, goesOn: z.boolean(), reason }),
  'visit.finish': plain,
  'visit.safety': z.strictObject({ ...onSite, reason }),
};
