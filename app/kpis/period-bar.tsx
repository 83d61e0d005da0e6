'use client';

import { Select } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import 'dayjs/locale/zh-cn';
import { KPI_GROUPS, type KpiGroup } from '#domain/kpi/report.ts';
import { useLanguage, useMessages } from '../ui/i18n/provider.tsx';
import { type Asked, namedPeriod, PERIODS } from './asked.ts';
import classes from './figures.module.css';

/** Which days, which area, and how the figures are told apart. */
export function PeriodBar(props: {
  asked: Asked;
  areas: readonly { id: string; name: string }[];
  today: string;
  onShow: (change: Partial<Asked>) => void;
}) {
  const m = useMessages().figures;
  const language = useLanguage();
  const { asked, today, onShow } = props;
  const locale = language === 'en' ? 'en' : 'zh-cn';
  return (
    <div className={classes.bar}>
      <fieldset className={classes.periods}>
        <legend>{m.period}</legend>
        {PERIODS.map((name) => {
          const period = namedPeriod(name, today);
          return (
            <button
              key={name}
              type="button"
              className={classes.period}
              aria-pressed={period.from === asked.from && period.to === asked.to}
              onClick={() => onShow(period)}
            >
              {m.periods[name]}
            </button>
          );
        })}
      </fieldset>
      <div className={classes.days}>
        <DateInput
          aria-label={m.from}
          size="xs"
          locale={locale}
          valueFormat="YYYY-MM-DD"
          value={asked.from}
          maxDate={asked.to}
          onChange={(from) => from && onShow({ from })}
        />
        <span aria-hidden="true">–</span>
        <DateInput
          aria-label={m.to}
          size="xs"
          locale={locale}
          valueFormat="YYYY-MM-DD"
          value={asked.to}
          minDate={asked.from}
          onChange={(to) => to && onShow({ to })}
        />
      </div>
      {props.areas.length > 1 ? (
        <Select
          aria-label={m.area}
          size="xs"
          data={[
            { value: '', label: m.allAreas },
            ...props.areas.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={asked.area ?? ''}
          allowDeselect={false}
          onChange={(area) => onShow({ area: area === '' ? null : area })}
        />
      ) : null}
      <Select
        aria-label={m.by}
        size="xs"
        data={KPI_GROUPS.map((value) => ({ value, label: m.groups[value] }))}
        value={asked.by}
        allowDeselect={false}
        onChange={(by) => by && onShow({ by: by as KpiGroup })}
      />
      {asked.to >= today ? <p className={classes.running}>{m.running}</p> : null}
    </div>
  );
}
