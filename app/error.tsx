'use client';

import { Button } from '@mantine/core';
import { useMessages } from './ui/i18n/provider.tsx';
import { ErrorState } from './ui/states.tsx';

/** What a page shows when it could not be made; the number finds the cause in the server's log. */
export default function PageFailed({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const m = useMessages().common;
  return (
    <main>
      <ErrorState
        page
        title={m.failure.title}
        body={[m.failure.body, error.digest ? m.failure.code(error.digest) : ''].join(' ')}
        action={<Button onClick={reset}>{m.retry}</Button>}
      />
    </main>
  );
}
