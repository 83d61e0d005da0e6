import { useEffect, useState } from 'react';
import type { OrderId } from '#domain/base/brand.ts';
import { MINUTE } from '#domain/time/zone.ts';
import type { RepairOptions } from '#protocol/repair.ts';
import { useStore } from '../../live/use-store.ts';
import { useConsole } from '../state/console.ts';
import { callApi } from '../state/read-api.ts';

export type Asked = { kind: 'asking' } | { kind: 'ready'; options: RepairOptions } | { kind: 'failed' };

/** The ways out of an order's trouble, as the server tries them now. */
export function askOptions(orderId: OrderId, signal?: AbortSignal): Promise<RepairOptions> {
  return callApi(`/api/v1/orders/${encodeURIComponent(orderId)}/options`, signal ? { signal } : {});
}

/** The ways out of one order's trouble, asked of the server; asked again with every minute and every change of the order. */
export function useOptions(orderId: OrderId): { asked: Asked; retry: () => void } {
  const console = useConsole();
  const version = useStore(console.board, ({ orders }) => orders.get(orderId)?.version ?? 0);
  const minute = useStore(console.now, (at) => Math.floor(at / MINUTE));
  const [asked, setAsked] = useState<Asked>({ kind: 'asking' });
  const [tries, setTries] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: version, minute and tries say when to ask again
  useEffect(() => {
    const controller = new AbortController();
    askOptions(orderId, controller.signal).then(
      (options) => setAsked({ kind: 'ready', options }),
      () => {
        if (!controller.signal.aborted) setAsked({ kind: 'failed' });
      },
    );
    return () => controller.abort();
  }, [orderId, version, minute, tries]);
  return { asked, retry: () => setTries((before) => before + 1) };
}
