'use client';

import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Instant } from '#domain/base/brand.ts';
import { periodBasis } from '#domain/kpi/basis.ts';
import type { KpiId } from '#domain/kpi/kpis.ts';
import type { KpiGroup, ReportedFigure, ReportedGroup } from '#domain/kpi/report.ts';
import { useMessages } from '../ui/i18n/provider.tsx';
import { ErrorState, LoadingState } from '../ui/states.tsx';
import { useAnswer } from '../ui/use-answer.ts';
import type { Asked } from './asked.ts';
import { BehindRows } from './behind-rows.tsx';
import { ExportForm } from './export-form.tsx';
import { FigureBar } from './figure-bar.tsx';
import classes from './figures.module.css';
import { type Behind, behindPath, figureIn, type Report, reportPath } from './report.ts';
import { countWords, markWords, standing, valueWords } from './words.ts';

/** One indicator: how it reads, how its groups stand, what was left out and corrected, and the orders behind it. */
export function FigureDetail(props: {
  id: KpiId;
  asked: Asked;
  whole: ReportedGroup | undefined;
  now: Instant;
  nameOf: (by: KpiGroup, key: string | null) => string;
  onOpen: (orderId: string) => void;
  onShow: (change: Partial<Asked>) => void;
}) {
  const messages = useMessages();
  const m = messages.figures;
  const { id, asked, nameOf } = props;
  const apart = useAnswer<Report>(asked.by === 'all' ? null : reportPath(asked, asked.by));
  const [chosen, setChosen] = useState<{ by: KpiGroup; key: string | null } | null>(null);
  // a group that was chosen belongs to the way in which figures were told apart then
  const group = chosen?.by === asked.by ? chosen : null;
  const groups = apart.value?.by === asked.by ? apart.value.groups : null;
  const figure = figureIn(group ? groups?.find(({ key }) => key === group.key) : props.whole, id);
  const path = behindPath(asked, id, group);
  const behind = useAnswer<Behind>(path);

  return (
    <>
      <header className={classes.head}>
        <Button
          className={classes.back}
          variant="default"
          size="sm"
          onClick={() => props.onShow({ kpi: null })}
        >
          {messages.common.back}
        </Button>
        <div>
          <h2>{m.kpi[id]}</h2>
          <p>
            {id} · {m.basis[periodBasis(id)]}
          </p>
        </div>
        <ExportForm path={path} name={id} now={props.now} />
      </header>
      {figure ? <Headline figure={figure} name={group ? nameOf(group.by, group.key) : null} /> : null}
      {asked.by === 'all' ? null : groups ? (
        <table className={classes.groups}>
          <caption>{m.groups[asked.by]}</caption>
          <tbody>
            {groups.map((one) => (
              <GroupRow
                key={one.key}
                group={one}
                id={id}
                name={nameOf(asked.by, one.key)}
                chosen={group !== null && group.key === one.key}
                onChoose={(on) => setChosen(on ? { by: asked.by, key: one.key } : null)}
              />
            ))}
          </tbody>
        </table>
      ) : apart.state === 'failed' ? (
        <ErrorState
          title={m.failed}
          body={messages.common.failure.body}
          action={<Button onClick={apart.again}>{messages.common.retry}</Button>}
        />
      ) : (
        <LoadingState label={m.loading} />
      )}
      {behind.state === 'failed' ? (
        <ErrorState
          title={m.failed}
          body={messages.common.failure.body}
          action={<Button onClick={behind.again}>{messages.common.retry}</Button>}
        />
      ) : behind.value?.id === id ? (
        <BehindRows
          key={path}
          behind={behind.value}
          unit={figure?.unit ?? 'rate'}
          now={props.now}
          onOpen={props.onOpen}
        />
      ) : (
        <LoadingState label={m.loading} />
      )}
    </>
  );
}

function Headline({ figure, name }: { figure: ReportedFigure; name: string | null }) {
  const messages = useMessages();
  const m = messages.figures;
  const how = standing(figure);
  const [base, challenge] = figure.targets;
  const first = figure.unit === 'hours' ? m.limit : challenge === undefined ? m.target : m.base;
  return (
    <div className={classes.headline} data-standing={how ?? undefined}>
      <p className={classes.big}>
        {valueWords(figure.value, figure.unit, messages)}
        {name ? <small>{name}</small> : null}
      </p>
      <FigureBar figure={figure} />
      <p className={classes.marks}>
        {figure.value === null ? m.nothing : null}
        {base === undefined ? (
          <span>{m.noTarget}</span>
        ) : (
          <span>
            {first} {markWords(base, figure.unit, messages)}
          </span>
        )}
        {challenge === undefined ? null : (
          <span>
            {figure.unit === 'hours' ? m.limit : m.challenge} {markWords(challenge, figure.unit, messages)}
          </span>
        )}
        {how ? <strong className={classes.how}>{m.standing[how]}</strong> : null}
      </p>
      {figure.exclusions.length > 0 ? (
        <div>
          <h3>{m.exclusions}</h3>
          <ul className={classes.exclusions}>
            {figure.exclusions.map(({ rule, reason, count }) => {
              const reasons: Readonly<Record<string, string>> = m.reasons;
              return (
                <li key={`${rule} ${reason}`}>
                  <strong>{count}</strong> {reasons[reason] ?? reason}{' '}
                  <span className={classes.rule}>{rule}</span>
                </li>
              );
            })}
          </ul>
        </div>
      ) : null}
    </div>
  );
}

function GroupRow(props: {
  group: ReportedGroup;
  id: KpiId;
  name: string;
  chosen: boolean;
  onChoose: (on: boolean) => void;
}) {
  const messages = useMessages();
  const figure = figureIn(props.group, props.id);
  if (!figure) return null;
  return (
    <tr data-group={props.group.key ?? ''} data-standing={standing(figure) ?? undefined}>
      <th scope="row">
        <button type="button" aria-pressed={props.chosen} onClick={() => props.onChoose(!props.chosen)}>
          {props.name}
        </button>
      </th>
      <td className={classes.groupBar}>
        <FigureBar figure={figure} />
      </td>
      <td>{valueWords(figure.value, figure.unit, messages)}</td>
      <td>{countWords(figure, messages)}</td>
      <td>{figure.excluded > 0 ? messages.figures.leftOut(figure.excluded) : ''}</td>
    </tr>
  );
}
