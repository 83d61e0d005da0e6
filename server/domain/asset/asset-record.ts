import { blocks, warns } from '../base/finding.ts';
import type { Finding } from '../base/verdict.ts';
import type { Order } from '../order/order.ts';
import { photosOf } from '../photo/photo.ts';

/** What is filed of an installation (DONE-10); the values themselves stand beside the log, for ports are the network's secret (PRIV-01). */
export const ASSET_FIELDS = ['address', 'port', 'serial', 'cable', 'photos'] as const;
export type AssetField = (typeof ASSET_FIELDS)[number];

/**
 * DONE-10: an installation is answered only with its record filed. Who answers without a word about the record comes from a program that
 * keeps it elsewhere: it passes and says what is not known here. Photos that the visits name are filed by that.
 */
export function judgeAssetRecord(order: Order, filed: readonly AssetField[] | undefined): readonly Finding[] {
  if (order.type !== 'install' && order.type !== 'move') return [];
  const photographed = photosOf(order).some(({ visitId }) => visitId !== null);
  const missing = ASSET_FIELDS.filter(
    (field) => !filed?.includes(field) && !(field === 'photos' && photographed),
  );
  if (missing.length === 0) return [];
  return [
    filed === undefined ? warns('DONE-10', { missing }) : blocks('DONE-10', { missing }, 'complete_record'),
  ];
}
