import { ActionIcon, TextInput } from '@mantine/core';
import { useMessages } from '../../ui/i18n/provider.tsx';
import css from './change.module.css';

const QUARTER_MIN = 15;

/** `9:15`, `0915`, `09：15` as `09:15`; null for what is no time of day. */
export function typedClock(text: string): string | null {
  const match = /^\s*(\d{1,2})\s*[:：.]?\s*(\d{2})\s*$/.exec(text);
  if (!match) return null;
  const hours = Number(match[1]);
  const minutes = Number(match[2]);
  if (hours > 23 || minutes > 59) return null;
  return `${String(hours).padStart(2, '0')}:${match[2]}`;
}

/** A quarter hour earlier or later on the clock, held inside the day. */
export function stepClock(clock: string, minutes: number): string {
  const [hours, mins] = clock.split(':').map(Number);
  const step = minutes > 0 ? Math.floor : Math.ceil;
  const quarters = step(((hours ?? 0) * 60 + (mins ?? 0)) / QUARTER_MIN) * QUARTER_MIN;
  const total = Math.min(24 * 60 - QUARTER_MIN, Math.max(0, quarters + minutes));
  return `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`;
}

interface Props {
  readonly label: string;
  /** As typed; may not be a time yet. */
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly autoFocus?: boolean;
  readonly placeholder?: string;
}

/** A time of day: typed freely, or moved by quarter hours with the buttons and the arrow keys. */
export function TimeField({ label, value, onChange, autoFocus, placeholder }: Props) {
  const m = useMessages().dispatch.change;
  const step = (minutes: number) => onChange(stepClock(typedClock(value) ?? '09:00', minutes));
  return (
    <div className={css.time}>
      <TextInput
        label={label}
        inputMode="numeric"
        placeholder={placeholder ?? '09:15'}
        data-autofocus={autoFocus ? '' : undefined}
        value={value}
        error={value !== '' && typedClock(value) === null ? m.needTime : undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
        onBlur={() => onChange(typedClock(value) ?? value)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
          event.preventDefault();
          step(event.key === 'ArrowUp' ? QUARTER_MIN : -QUARTER_MIN);
        }}
      />
      <ActionIcon size={36} variant="default" aria-label={`${label} −15`} onClick={() => step(-QUARTER_MIN)}>
        −
      </ActionIcon>
      <ActionIcon size={36} variant="default" aria-label={`${label} +15`} onClick={() => step(QUARTER_MIN)}>
        +
      </ActionIcon>
    </div>
  );
}
