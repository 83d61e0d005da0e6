'use client';

import { useEffect, useRef } from 'react';
import type { Instant, PersonId } from '#domain/base/brand.ts';
import type { Board } from '../live/board.ts';
import { useBoard } from '../live/use-live.tsx';
import { hasSeat } from '../ui/frame/seats.ts';
import { useAnswer } from '../ui/use-answer.ts';
import type { NoticeViewer } from './open-notices.ts';

/** Somebody who looked at many numbers of customers within an hour. */
export interface OftenLooked {
  readonly personId: PersonId;
  readonly name: string | null;
  readonly at: Instant;
  readonly count: number;
}

const NOBODY: readonly OftenLooked[] = [];

/** Who was told of within the last day, for those who read the record of looks; asked again when the log tells of another (PRIV-01). */
export function useOftenLooked({ role }: NoticeViewer): readonly OftenLooked[] {
  const told = useBoard(toldOfLooks);
  const { value, again } = useAnswer<{ often: readonly OftenLooked[] }>(
    hasSeat(role, 'reveals') ? '/api/v1/reveals?limit=1' : null,
  );
  const asked = useRef(told);
  useEffect(() => {
    if (asked.current === told) return;
    asked.current = told;
    again();
  });
  return value?.often ?? NOBODY;
}

function toldOfLooks({ areas }: Board): number {
  return [...areas.values()].reduce((sum, area) => sum + (area.toldOfLooks ?? 0), 0);
}
