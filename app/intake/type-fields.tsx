'use client';

import { Checkbox, SegmentedControl, Select, TextInput } from '@mantine/core';
import { ACCESS_TYPES } from '#domain/order/order-type.ts';
import { useMessages } from '../ui/i18n/provider.tsx';
import classes from './intake.module.css';
import { LINE_TYPES, type Typed } from './typed.ts';

interface Props {
  typed: Typed;
  onChange: (change: Partial<Typed>) => void;
}

/** What the work at a line needs to know. */
export function LineFields({ typed, onChange }: Props) {
  const i = useMessages().intake;
  const f = useMessages().calls.facts.fields;
  if (!LINE_TYPES.has(typed.type)) return null;
  const installs = typed.type !== 'fault';
  return (
    <div className={classes.fields}>
      <Select
        label={f.accessType}
        data={[...ACCESS_TYPES]}
        value={typed.accessType}
        allowDeselect={false}
        onChange={(value) => value && onChange({ accessType: value as Typed['accessType'] })}
      />
      <TextInput
        label={i.mbps}
        inputMode="numeric"
        value={typed.mbps}
        error={typed.mbps !== '' && !(Number(typed.mbps) > 0) ? i.needNumber : undefined}
        onChange={(event) => onChange({ mbps: event.currentTarget.value })}
      />
      <div className={classes.tick}>
        {installs ? (
          <Checkbox
            label={i.accountKnown}
            checked={typed.accountKnown}
            onChange={(event) => onChange({ accountKnown: event.currentTarget.checked })}
          />
        ) : (
          <Checkbox
            label={i.emergencyLine}
            checked={typed.emergencyLine}
            onChange={(event) => onChange({ emergencyLine: event.currentTarget.checked })}
          />
        )}
      </div>
    </div>
  );
}

/** The three-level retention before a removal (INTK-09). */
export function RemovalFields({ typed, onChange }: Props) {
  const f = useMessages().calls.facts;
  return (
    <div className={classes.fields}>
      <TextInput
        label={f.churnReason}
        maxLength={200}
        value={typed.churnReason}
        onChange={(event) => onChange({ churnReason: event.currentTarget.value })}
      />
      <div>
        <span className={classes.label} id="retention-level">
          {f.level}
        </span>
        <SegmentedControl
          aria-labelledby="retention-level"
          data={([1, 2, 3] as const).map((value) => ({ value: String(value), label: f.levels[value] }))}
          value={typed.retentionLevel}
          onChange={(value) => onChange({ retentionLevel: value as Typed['retentionLevel'] })}
        />
      </div>
    </div>
  );
}
