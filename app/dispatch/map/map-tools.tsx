import { ActionIcon } from '@mantine/core';
import { update, useStore, whole } from '../../live/use-store.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { useConsole } from '../state/console.ts';
import { openMapWindow } from './open-map-window.ts';

/** The lasso, and a window for the map alone. */
export function MapTools({ alone }: { alone: boolean }) {
  const messages = useMessages();
  const m = messages.tools;
  const console = useConsole();
  const lassoing = useStore(console.lassoing, whole);
  return (
    <>
      <ActionIcon
        size={30}
        variant={lassoing ? 'filled' : 'default'}
        color={lassoing ? 'iris' : 'gray'}
        aria-label={m.lasso.tool}
        aria-pressed={lassoing}
        title={m.lasso.tool}
        onClick={() => update(console.lassoing, (taken) => !taken)}
      >
        <Icon d="M8 2.5c3.3 0 5.8 1.7 5.8 4s-2.5 4-5.8 4-5.8-1.7-5.8-4 2.5-4 5.8-4zM5.2 10.2c-.9.3-1.4.9-1.2 1.6.3.9 1.7.8 1.9 1.9" />
      </ActionIcon>
      {alone ? null : (
        <ActionIcon
          size={30}
          variant="default"
          aria-label={m.window.open}
          title={m.window.open}
          onClick={() => openMapWindow(console, messages)}
        >
          <Icon d="M6.5 3H3v10h10V9.5M9.5 2.5h4v4M13.3 2.7 7.5 8.5" />
        </ActionIcon>
      )}
    </>
  );
}

function Icon({ d }: { d: string }) {
  return (
    <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path
        d={d}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.7"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
