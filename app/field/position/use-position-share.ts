'use client';

import { useEffect, useRef, useState } from 'react';
import type { Instant } from '#domain/base/brand.ts';
import { useLive } from '../../live/use-live.tsx';
import { useClock } from '../../ui/clock.tsx';
import { type Measured, NO_SHARE, type Share, settle, takeMeasured } from './share.ts';

export type ShareProblem = 'denied' | 'unavailable' | 'unsupported' | 'insecure' | 'clock';

/** What the technician is shown of the sharing. */
export interface ShareState {
  on: boolean;
  problem: ShareProblem | null;
  current: Measured | null;
  /** Accuracy in metres of a fix that was too coarse to use. */
  coarseM: number | null;
  /** When the last batch reached the server. */
  sentAt: Instant | null;
  queued: number;
}

const RETRY_MS = 10_000;
const BATCH = 100;

/**
 * Shares this device's position while `active` and the page is in view. What cannot be sent waits and goes later;
 * what the server will not take is dropped and said.
 */
export function usePositionShare(active: boolean): ShareState {
  const live = useLive();
  const time = useClock();
  const share = useRef<Share>(NO_SHARE);
  const sending = useRef(false);
  const [shown, setShown] = useState<Omit<ShareState, 'on'>>(NOTHING);

  useEffect(() => {
    if (!active) {
      share.current = NO_SHARE;
      setShown(NOTHING);
      return;
    }
    const obstacle = obstacleHere();
    if (obstacle) {
      setShown({ ...NOTHING, problem: obstacle });
      return;
    }
    let watch: number | null = null;

    const show = (change: Partial<Omit<ShareState, 'on'>>) =>
      setShown((before) => ({
        ...before,
        current: share.current.current,
        coarseM: share.current.coarseM,
        queued: share.current.queue.length,
        ...change,
      }));

    const send = async () => {
      if (sending.current || share.current.queue.length === 0) return;
      sending.current = true;
      const batch = share.current.queue.slice(0, BATCH);
      const last = batch.at(-1)![6];
      try {
        const answer = await live.report(batch);
        if (answer.code === 'too_many') return show({});
        share.current = settle(share.current, last);
        show(answer.ok ? { sentAt: time.now(), problem: null } : { problem: 'clock' });
      } catch {
        // No answer came: as with too much at once the batch stays in the queue for the next try, and the count on screen says so.
        show({});
      } finally {
        sending.current = false;
      }
    };

    const arm = () => {
      if (watch !== null || document.visibilityState === 'hidden') return;
      watch = navigator.geolocation.watchPosition(
        (position) => {
          share.current = takeMeasured(share.current, measuredOf(position, time.now()));
          show({ problem: null });
          void send();
        },
        (error) => show({ problem: error.code === error.PERMISSION_DENIED ? 'denied' : 'unavailable' }),
        { enableHighAccuracy: true, maximumAge: 5_000, timeout: 30_000 },
      );
    };
    const disarm = () => {
      if (watch !== null) navigator.geolocation.clearWatch(watch);
      watch = null;
    };
    // Browsers withhold positions from hidden pages; re-arming there would only drain the battery.
    const onVisibility = () => (document.visibilityState === 'hidden' ? disarm() : arm());

    arm();
    document.addEventListener('visibilitychange', onVisibility);
    const retry = setInterval(() => void send(), RETRY_MS);
    return () => {
      disarm();
      clearInterval(retry);
      document.removeEventListener('visibilitychange', onVisibility);
    };
  }, [active, live, time]);

  return { on: active, ...shown };
}

const NOTHING: Omit<ShareState, 'on'> = {
  problem: null,
  current: null,
  coarseM: null,
  sentAt: null,
  queued: 0,
};

function obstacleHere(): ShareProblem | null {
  if (!window.isSecureContext) return 'insecure';
  return 'geolocation' in navigator ? null : 'unsupported';
}

/** The fix with its time on the server's clock: this device's own may be wrong, but it knows how old the fix is. */
function measuredOf({ coords, timestamp }: GeolocationPosition, now: Instant): Measured {
  return {
    lng: coords.longitude,
    lat: coords.latitude,
    accuracyM: coords.accuracy,
    speed: coords.speed,
    heading: coords.heading,
    at: now - Math.max(0, Date.now() - timestamp),
  };
}
