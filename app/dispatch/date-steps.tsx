import { ActionIcon, Button, Popover, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { addDays, instantOf, localDate } from '#domain/time/zone.ts';
import { update, useStore } from '../live/use-store.ts';
import { useLanguage, useMessages } from '../ui/i18n/provider.tsx';
import { dayWords, ZONE } from '../ui/time.ts';
import { Chevron } from './chevron.tsx';
import css from './console-bar.module.css';
import { useLater } from './later.ts';
import { dayPicker, useMissing } from './over-surface.tsx';
import { useConsole } from './state/console.ts';

/** The shown day: one back, one on, any by the calendar. */
export function DateSteps() {
  const m = useMessages();
  const b = m.dispatch.bar;
  const language = useLanguage();
  const { view, now } = useConsole();
  const [opened, setOpened] = useState(false);
  const missing = useMissing();
  const DayPicker = useLater(dayPicker, opened, () => {
    missing();
    setOpened(false);
  });
  const today = useStore(now, (at) => localDate(at, ZONE));
  const chosen = useStore(view, ({ date }) => date);
  const date = chosen ?? today;
  const turnTo = (next: string) =>
    update(view, (before) => ({ ...before, date: next === today ? null : next }));
  const words = `${date === today ? `${m.common.today} · ` : ''}${dayWords(instantOf(date, '12:00', ZONE), language)}`;
  return (
    <div className={css.dates}>
      <ActionIcon
        size={32}
        aria-label={b.previousDay}
        title={b.previousDay}
        onClick={() => turnTo(addDays(date, -1))}
      >
        <Chevron back />
      </ActionIcon>
      <Popover opened={opened} onChange={setOpened} shadow="md" trapFocus returnFocus>
        <Popover.Target>
          <UnstyledButton
            className={css.date}
            aria-label={`${b.pickDate}: ${words}`}
            onClick={() => setOpened(!opened)}
          >
            {words}
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown aria-label={b.pickDate}>
          {DayPicker ? (
            <DayPicker
              date={date}
              onPick={(next) => {
                turnTo(next);
                setOpened(false);
              }}
            />
          ) : (
            <div className={css.calendar} />
          )}
        </Popover.Dropdown>
      </Popover>
      <ActionIcon size={32} aria-label={b.nextDay} title={b.nextDay} onClick={() => turnTo(addDays(date, 1))}>
        <Chevron />
      </ActionIcon>
      {date === today ? null : (
        <Button size="compact-xs" variant="light" tt="capitalize" onClick={() => turnTo(today)}>
          {m.common.today}
        </Button>
      )}
    </div>
  );
}
