import { ActionIcon } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useLive } from '../../live/use-live.tsx';
import { openNotices } from '../../notices/open-notices.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { useConsole } from '../state/console.ts';
import { alarmOf } from './alarm-of.ts';
import { chime } from './chime.ts';

const KEY = 'zhundian.dispatch.sound';

/** Sound for what needs acting on: off until switched on, remembered by this browser. Browsers let a page sound only after a press. */
export function SoundSwitch() {
  const s = useMessages().tools.sound;
  const [on, setOn] = useState(false);
  const context = useRef<AudioContext | null>(null);
  useEffect(() => setOn(window.localStorage.getItem(KEY) === 'on'), []);
  useAlarms(on, (due) => {
    context.current ??= new AudioContext();
    chime(context.current, due);
  });
  const label = on ? s.on : s.off;
  return (
    <ActionIcon
      size={32}
      aria-label={label}
      aria-pressed={on}
      title={label}
      onClick={() => {
        window.localStorage.setItem(KEY, on ? 'off' : 'on');
        setOn(!on);
        if (on) return;
        context.current ??= new AudioContext();
        chime(context.current, false);
      }}
    >
      <svg width="18" height="18" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
        <path
          d={
            on
              ? 'M4 8v4h2.5L10 15V5L6.5 8zM12.5 7.5a3.5 3.5 0 0 1 0 5M14.5 5.5a6.4 6.4 0 0 1 0 9'
              : 'M4 8v4h2.5L10 15V5L6.5 8zM13 8l4 4M17 8l-4 4'
          }
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
    </ActionIcon>
  );
}

/** Calls `sound` once for all alarms of this person that come in together while the page is open. */
function useAlarms(on: boolean, sound: (due: boolean) => void): void {
  const live = useLive();
  const { viewer, now } = useConsole();
  const latest = useRef({ on, sound });
  latest.current = { on, sound };
  useEffect(() => {
    let known: ReadonlySet<string> | null = null;
    const look = () => {
      const { areas } = live.committed.get();
      if (areas.size === 0) return;
      const ids = new Set([...areas.values()].flatMap(({ notices }) => [...notices.keys()]));
      const before = known;
      known = ids;
      if (!before || !latest.current.on) return;
      const alarm = alarmOf(before, openNotices(areas, viewer, now.get()));
      if (alarm) latest.current.sound(alarm === 'due');
    };
    look();
    return live.committed.subscribe(look);
  }, [live, viewer, now]);
}
