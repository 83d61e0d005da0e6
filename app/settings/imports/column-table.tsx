'use client';

import { NativeSelect } from '@mantine/core';
import type { ImportReport } from '#protocol/import.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import classes from './imports.module.css';
import { headersOf } from './report.ts';

const SKIP = '\u0000skip';

/** Which column stands for which field: suggested by the headers, changed by hand. */
export function ColumnTable(props: {
  report: ImportReport;
  fields: readonly string[];
  required: ReadonlySet<string>;
  mapping: Readonly<Record<string, string | null>>;
  onMapping: (mapping: Readonly<Record<string, string | null>>) => void;
}) {
  const m = useMessages();
  const words = m.imports.columns;
  const names: Readonly<Record<string, string>> = m.imports.fields;
  const { report, mapping } = props;
  const headers = headersOf(report);
  return (
    <section className={classes.block} aria-labelledby="columns-title">
      <h2 id="columns-title">{words.title}</h2>
      <p className={classes.hint}>{words.hint}</p>
      <div className={classes.columns}>
        {props.fields.map((field) => (
          <NativeSelect
            key={field}
            size="xs"
            label={names[field] ?? field}
            withAsterisk={props.required.has(field)}
            value={mapping[field] === null ? SKIP : (mapping[field] ?? report.columns[field] ?? SKIP)}
            data={[
              { value: SKIP, label: words.skip },
              ...headers.filter((name) => name !== '').map((name) => ({ value: name, label: name })),
            ]}
            onChange={(event) => {
              const { value } = event.currentTarget;
              props.onMapping({ ...mapping, [field]: value === SKIP ? null : value });
            }}
          />
        ))}
      </div>
      {report.unused.length > 0 ? (
        <p className={classes.hint}>{words.unused(report.unused.join('、'))}</p>
      ) : null}
    </section>
  );
}
