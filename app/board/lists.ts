/** The lists that the board's figures open, in the order of the tiles. */
export const BOARD_LISTS = ['kept', 'atRisk', 'broken', 'approvals', 'silent', 'overLimit'] as const;
export type BoardList = (typeof BOARD_LISTS)[number];
