import { z } from 'zod';
import type { CutoverCommands, CutoverCommandType } from '#domain/cutover/cutover.ts';
import { id, instant, polygon, reason, type Schema, said, slug } from './schema-base.ts';

const onlyCutover = z.strictObject({ cutoverId: id });
const withReason = z.strictObject({ cutoverId: id, reason });

/** Payload schemas of the commands about one cutover. */
export const cutoverSchemas: { [K in CutoverCommandType]: Schema<CutoverCommands[K]> } = {
  'cutover.plan': z.strictObject({
    cutoverId: id,
    areaId: slug,
    work: said(200),
    start: instant,
    end: instant.optional(),
    estates: z.array(said(60)).max(200).optional(),
    polygon: polygon.optional(),
  }),
  'cutover.move': z.strictObject({ cutoverId: id, start: instant, end: instant.optional(), reason }),
  'cutover.ask': withReason,
  'cutover.approve': withReason,
  'cutover.reject': withReason,
  'cutover.announce': z.strictObject({ cutoverId: id, announcedAt: instant.optional() }),
  'cutover.begin': onlyCutover,
  'cutover.finish': onlyCutover,
  'cutover.cancel': withReason,
};
