'use client';

import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ImportRemark, ImportReport } from '#protocol/import.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import type { Messages } from '../../ui/i18n/zh-cn.ts';
import classes from './imports.module.css';
import { reasonWords, remarksCsv } from './report.ts';
import { ScrollFrame } from './scroll-frame.tsx';

const AT_FIRST = 50;

/** What is wrong, cell by cell, and what should be looked at; all of it to take away as CSV. */
export function Remarks({ report, fileName }: { report: ImportReport; fileName: string }) {
  const m = useMessages();
  const words = m.imports;
  const download = () => {
    const header = [
      words.faults.row,
      words.faults.column,
      words.faults.value,
      words.faults.reason,
      words.faults.expected,
    ];
    const rows = [...report.faults, ...report.warnings].map((remark) => cellsOf(remark, m));
    const url = URL.createObjectURL(new Blob([remarksCsv(header, rows)], { type: 'text/csv' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = `${fileName.replace(/\.[^.]+$/, '')}-remarks.csv`;
    link.click();
    URL.revokeObjectURL(url);
  };
  return (
    <>
      {report.faults.length > 0 ? (
        <section className={classes.block} aria-labelledby="faults-title">
          <div className={classes.blockHead}>
            <h2 id="faults-title" className={classes.faultTitle}>
              {words.faults.title(new Set(report.faults.map(({ row }) => row)).size)}
            </h2>
            <Button size="xs" variant="default" onClick={download}>
              {words.faults.download}
            </Button>
          </div>
          <RemarkTable remarks={report.faults} label={words.faults.title(report.faults.length)} />
        </section>
      ) : null}
      {report.warnings.length > 0 ? (
        <details className={classes.block} open={report.faults.length === 0}>
          <summary>
            <h2>{words.warnings.title(report.warnings.length)}</h2>
            <span className={classes.hint}>{words.warnings.hint}</span>
          </summary>
          <RemarkTable remarks={report.warnings} label={words.warnings.title(report.warnings.length)} />
        </details>
      ) : null}
    </>
  );
}

function RemarkTable({ remarks, label }: { remarks: readonly ImportRemark[]; label: string }) {
  const m = useMessages();
  const words = m.imports.faults;
  const [all, setAll] = useState(false);
  const shown = all ? remarks : remarks.slice(0, AT_FIRST);
  return (
    <ScrollFrame label={label}>
      <table className={classes.remarks}>
        <thead>
          <tr>
            <th scope="col">{words.row}</th>
            <th scope="col">{words.column}</th>
            <th scope="col">{words.value}</th>
            <th scope="col">{words.reason}</th>
            <th scope="col">{words.expected}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((remark, index) => {
            const [row, column, value, reason, expected] = cellsOf(remark, m);
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: remarks of one cell have no other name and never move
              <tr key={`${remark.row} ${remark.field} ${remark.reason} ${index}`}>
                <td>{row}</td>
                <td>{column}</td>
                <td>{value === '' ? <em>{words.empty}</em> : <code>{value}</code>}</td>
                <td>{reason}</td>
                <td className={classes.expected}>{expected}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {remarks.length > shown.length ? (
        <Button variant="subtle" size="xs" onClick={() => setAll(true)}>
          {words.more(remarks.length - shown.length)}
        </Button>
      ) : null}
    </ScrollFrame>
  );
}

function cellsOf(remark: ImportRemark, m: Messages): string[] {
  const words = m.imports;
  const fields: Readonly<Record<string, string>> = words.fields;
  const book = remark.reason in words.fault ? words.fault : words.warning;
  return [
    String(remark.row),
    remark.column ?? fields[remark.field] ?? words.faults.noColumn,
    remark.value,
    reasonWords(remark, book, words.unknownReason),
    [remark.fix === undefined ? '' : words.faults.fix(remark.fix), remark.expected.slice(0, 8).join(' / ')]
      .filter(Boolean)
      .join('；'),
  ];
}
