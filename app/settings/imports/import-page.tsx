'use client';

import { Alert, Button, Checkbox, Loader, Progress } from '@mantine/core';
import { useState } from 'react';
import type { Area } from '#domain/area/area.ts';
import type { ImportCrs, ImportKind, ImportRun } from '#protocol/import.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import type { Messages } from '../../ui/i18n/zh-cn.ts';
import { KindChoice, SystemChoice } from './asked.tsx';
import { ColumnTable } from './column-table.tsx';
import { fieldsOf, neededFields } from './fields.ts';
import { FileDrop } from './file-drop.tsx';
import { FileFault } from './file-fault.tsx';
import { Found } from './found.tsx';
import classes from './imports.module.css';
import { PreviewMapLazy } from './preview-map-lazy.tsx';
import { PreviewTable } from './preview-table.tsx';
import { Remarks } from './remarks.tsx';
import { countsOf, pointOf } from './report.ts';
import { type Problem, useImport } from './use-import.ts';

type Mapping = Readonly<Record<string, string | null>>;

/** File, coordinate system, check, import: nothing is taken before the person has seen what would be. */
export function ImportPage({ areas }: { areas: readonly Area[] }) {
  const m = useMessages();
  const state = useImport();
  const [file, setFile] = useState<File | null>(null);
  const [kind, setKind] = useState<ImportKind>('orders');
  const [crs, setCrs] = useState<ImportCrs | null>(null);
  const [mapping, setMapping] = useState<Mapping>({});
  const [turnSwapped, setTurnSwapped] = useState(false);
  const [partial, setPartial] = useState(false);

  const begin = (next: { file?: File; kind?: ImportKind }) => {
    if (next.file) setFile(next.file);
    if (next.kind) setKind(next.kind);
    setMapping({});
    setTurnSwapped(false);
    setPartial(false);
    state.reset();
  };
  const check = (
    change: { kind?: ImportKind; crs?: ImportCrs; mapping?: Mapping; turnSwapped?: boolean } = {},
  ) => {
    const asked = { kind, crs, mapping, turnSwapped, ...change };
    if (!file || asked.crs === null) return;
    void state.check({ ...asked, file, crs: asked.crs });
  };
  const readAs = (next: ImportKind) => {
    begin({ kind: next });
    check({ kind: next, mapping: {}, turnSwapped: false });
  };
  const { checked, imported } = state;

  return (
    <div className={classes.page}>
      <header>
        <h1>{m.imports.title}</h1>
        <p className={classes.hint}>{m.imports.intro}</p>
      </header>
      {imported && imported.status !== 'refused' ? (
        <Outcome
          run={imported}
          onAgain={() => {
            setFile(null);
            begin({});
          }}
        />
      ) : (
        <>
          <section className={classes.block}>
            <FileDrop file={file} onFile={(chosen) => begin({ file: chosen })} />
            <KindChoice kind={kind} onKind={(value) => begin({ kind: value })} />
            <SystemChoice
              crs={crs}
              onCrs={(value) => {
                setCrs(value);
                if (checked) check({ crs: value });
              }}
            />
            <div className={classes.actions}>
              <Button
                size="md"
                disabled={!file || crs === null}
                loading={state.busy === 'checking'}
                onClick={() => check()}
              >
                {m.imports.check}
              </Button>
              {file && crs === null ? <span className={classes.hint}>{m.imports.crs.none}</span> : null}
            </div>
          </section>
          {state.problem ? (
            <Alert color="red" variant="light" role="alert">
              {problemWords(state.problem, m.imports)}
            </Alert>
          ) : null}
          {checked?.report ? (
            <div className={classes.checked} aria-busy={state.busy === 'checking'}>
              <Found run={checked} report={checked.report} />
              {checked.report.fileFault ? (
                <FileFault fault={checked.report.fileFault} kind={kind} onReadAs={readAs} />
              ) : null}
              <ColumnTable
                report={checked.report}
                fields={fieldsOf(kind)}
                required={neededFields(kind)}
                mapping={mapping}
                onMapping={(value) => {
                  setMapping(value);
                  check({ mapping: value });
                }}
              />
              {checked.report.fileFault ? null : (
                <>
                  <section className={classes.block} aria-labelledby="map-title">
                    <h2 id="map-title">{m.imports.map.title}</h2>
                    {checked.report.preview.some((row) => pointOf(row) || row.polygon) ? (
                      <>
                        <p className={classes.hint}>{m.imports.map.hint}</p>
                        <div className={classes.mapFrame}>
                          <PreviewMapLazy rows={checked.report.preview} areas={areas} />
                        </div>
                      </>
                    ) : (
                      <p className={classes.hint}>
                        {m.imports.map.none} {m.imports.map.noneBody}
                      </p>
                    )}
                  </section>
                  <Remarks report={checked.report} fileName={checked.fileName} />
                  <PreviewTable rows={checked.report.preview} />
                  <Take
                    run={checked}
                    partial={partial}
                    turnSwapped={turnSwapped}
                    importing={state.busy === 'importing'}
                    refused={imported?.status === 'refused'}
                    onPartial={setPartial}
                    onTurnSwapped={(value) => {
                      setTurnSwapped(value);
                      check({ turnSwapped: value });
                    }}
                    onTake={() => {
                      if (!file || crs === null) return;
                      void state.take({ file, kind, crs, mapping, turnSwapped, partial });
                    }}
                  />
                </>
              )}
            </div>
          ) : null}
        </>
      )}
    </div>
  );
}

/** The last question before anything is written: whole or nothing, or the clean rows. */
function Take(props: {
  run: ImportRun;
  partial: boolean;
  turnSwapped: boolean;
  importing: boolean;
  refused: boolean;
  onPartial: (partial: boolean) => void;
  onTurnSwapped: (turn: boolean) => void;
  onTake: () => void;
}) {
  const m = useMessages().imports;
  const { clean, faulty, alreadyThere } = countsOf(props.run);
  const swapped = props.run.report?.faults.some(({ reason }) => reason === 'swapped_coordinates') ?? false;
  const may = clean > 0 && (faulty === 0 || props.partial);
  return (
    <section className={classes.block}>
      {swapped || props.turnSwapped ? (
        <Checkbox
          label={m.how.turnSwapped}
          checked={props.turnSwapped}
          onChange={(event) => props.onTurnSwapped(event.currentTarget.checked)}
        />
      ) : null}
      {faulty > 0 ? (
        <fieldset className={classes.choice}>
          <legend>{m.how.title}</legend>
          <div className={classes.options}>
            <label className={classes.option}>
              <input
                type="radio"
                name="partial"
                checked={!props.partial}
                onChange={() => props.onPartial(false)}
              />
              <span>
                <strong>{m.how.whole}</strong>
                <small>{m.how.wholeHint}</small>
              </span>
            </label>
            <label className={classes.option}>
              <input
                type="radio"
                name="partial"
                checked={props.partial}
                onChange={() => props.onPartial(true)}
              />
              <span>
                <strong>{m.how.partial(clean, faulty)}</strong>
                <small>{m.how.partialHint}</small>
              </span>
            </label>
          </div>
        </fieldset>
      ) : null}
      {props.refused ? (
        <Alert color="red" variant="light" role="alert" title={m.refused.title}>
          {m.refused.body}
        </Alert>
      ) : null}
      <div className={classes.actions}>
        <Button size="md" disabled={!may} loading={props.importing} onClick={props.onTake}>
          {clean === 0 ? (alreadyThere > 0 ? m.done.nothingNew : m.runNone) : m.run(clean)}
        </Button>
      </div>
    </section>
  );
}

/** How the import goes, and what came of it. */
function Outcome({ run, onAgain }: { run: ImportRun; onAgain: () => void }) {
  const m = useMessages().imports;
  if (run.status === 'running')
    return (
      <section className={classes.block} role="status">
        <p className={classes.running}>
          <Loader size="xs" aria-hidden="true" />
          {m.running(run.done, run.total)}
        </p>
        <Progress
          value={run.total === 0 ? 0 : (run.done / run.total) * 100}
          aria-label={m.running(run.done, run.total)}
        />
      </section>
    );
  const { faulty } = countsOf(run);
  const failed = run.status === 'failed';
  return (
    <section className={classes.block} role="status">
      <h2>{failed ? m.failed.title : run.taken === 0 ? m.done.nothingNew : m.done.title(run.taken)}</h2>
      {failed ? <p>{m.failed.body}</p> : null}
      {run.alreadyThere > 0 ? <p>{m.done.known(run.alreadyThere)}</p> : null}
      {!failed && faulty > 0 ? <p>{m.done.left(faulty)}</p> : null}
      <div className={classes.actions}>
        {!failed ? (
          <Button component="a" href="/dispatch" size="md">
            {m.done.toMap}
          </Button>
        ) : null}
        <Button variant="default" size="md" onClick={onAgain}>
          {m.done.again}
        </Button>
      </div>
      {run.report && !failed ? <Remarks report={run.report} fileName={run.fileName} /> : null}
    </section>
  );
}

function problemWords(problem: Problem, m: Messages['imports']): string {
  if (problem.problem === 'other') return m.problem(problem.title);
  return m[problem.problem];
}
