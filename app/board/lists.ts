import type { Role } from '#domain/base/role.ts';
import { seesPositions } from '#domain/privacy/sees-positions.ts';

/** The lists that the board's figures open, in the order of the tiles. */
export const BOARD_LISTS = ['kept', 'atRisk', 'broken', 'approvals', 'silent', 'overLimit'] as const;
export type BoardList = (typeof BOARD_LISTS)[number];

/** Those of them that a role can tell: who has fallen silent only those know who see positions. */
export function listsOf(role: Role): readonly BoardList[] {
  return seesPositions(role) ? BOARD_LISTS : BOARD_LISTS.filter((list) => list !== 'silent');
}
