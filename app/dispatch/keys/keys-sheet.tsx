import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useStore } from '../../live/use-store.ts';
import { ORDER_SHAPES, SHAPE_PATH } from '../../map/order-shape.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { SLA_STEPS } from '../../ui/sla-bar.tsx';
import { TONES } from '../../ui/tone.ts';
import { ToneBadge } from '../../ui/tone-badge.tsx';
import { useConsole } from '../state/console.ts';
import { ViolationSign } from '../timeline/violation-sign.tsx';
import css from './keys.module.css';

/** The shortcuts, and what shapes, colours and lines mean. */
export function KeysSheet() {
  const m = useMessages();
  const k = m.dispatch.keys;
  const l = m.tools.legend;
  const { dialog } = useConsole();
  const open = useStore(dialog, (value) => value?.kind === 'keys');
  const r = k.rows;
  return (
    <Modal opened={open} onClose={() => dialog.set(null)} size={720} title={k.title}>
      <div className={css.columns}>
        <div>
          <Group title={k.groups.move}>
            <Row keys={['↑', '↓', '←', '→']}>{r.arrows}</Row>
            <Row keys={['Home', 'End']}>{r.ends}</Row>
            <Row keys={['F6']}>{r.zones}</Row>
            <Row keys={['Shift', '↓']}>{r.selectRange}</Row>
            <Row keys={['Ctrl', '↓']}>{r.pass}</Row>
            <Row keys={['Ctrl', 'Enter']}>{r.toggle}</Row>
            <Row keys={['Ctrl', 'A']}>{r.selectAll}</Row>
            <Row keys={['/']}>{r.search}</Row>
            <Row keys={['X']}>{m.tools.lasso.tool}</Row>
          </Group>
          <Group title={k.groups.act}>
            <Row keys={['Space']}>{r.space}</Row>
            <Row keys={['Enter']}>{r.enter}</Row>
            <Row keys={['A']}>{r.assign}</Row>
            <Row keys={['R']}>{r.change}</Row>
            <Row keys={['C']}>{r.call}</Row>
            <Row keys={['L']}>{m.tools.menu.lockMore}</Row>
            <Row keys={['W']}>{r.why}</Row>
            <Row keys={['Del']}>{r.back}</Row>
            <Row keys={['Z']}>{r.undo}</Row>
            <Row keys={['Shift', 'F10']}>{r.menu}</Row>
          </Group>
          <Group title={k.groups.view}>
            <Row keys={['T']}>{m.ripple.title}</Row>
            <Row keys={['Ctrl', 'K']}>{m.tools.palette.open}</Row>
            <Row keys={['?']}>{r.help}</Row>
            <Row keys={['Esc']}>{r.escape}</Row>
          </Group>
        </div>
        <div>
          <Group title={k.looks}>
            <div className={css.badges}>
              {TONES.map((tone) => (
                <ToneBadge key={tone} tone={tone}>
                  {m.order.tone[tone]}
                </ToneBadge>
              ))}
            </div>
          </Group>
          <Group title={k.shapes}>
            {ORDER_SHAPES.map((shape) => (
              <p key={shape} className={css.row}>
                <svg width="16" height="16" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
                  <path d={SHAPE_PATH[shape]} fill="none" stroke="currentColor" strokeWidth="2" />
                </svg>
                {m.dispatch.map.shapes[shape]}
              </p>
            ))}
          </Group>
          <Group title={k.bars}>
            <Sample look="promise">{k.barPromise}</Sample>
            <Sample look="travel">{k.barTravel}</Sample>
            <Sample look="off">{k.barOff}</Sample>
            <Sample look="break">{k.barBreak}</Sample>
            <Sample look="expected">{m.ripple.bar}</Sample>
            <Sample look="ghost">{m.dispatch.timeline.ghost}</Sample>
            <p className={css.row}>
              <span className={css.sign} aria-hidden="true">
                <ViolationSign />
              </span>
              {l.violation}
            </p>
            <p className={css.row}>
              <span className={css.dots} aria-hidden="true">
                <i />
                <i data-used="" />
              </span>
              {l.changesLeft}
            </p>
          </Group>
          <Group title={l.limits}>
            <div className={css.steps}>
              {SLA_STEPS.map((step) => (
                <span key={step} className={css.step} data-step={step}>
                  {l.steps[step]}
                </span>
              ))}
            </div>
          </Group>
        </div>
      </div>
    </Modal>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={css.group}>
      <h3 className={css.title}>{title}</h3>
      {children}
    </section>
  );
}

function Row({ keys, children }: { keys: readonly string[]; children: string }) {
  return (
    <p className={css.row}>
      <span className={css.keys}>
        {keys.map((key) => (
          <kbd key={key} className={css.key}>
            {key}
          </kbd>
        ))}
      </span>
      {children}
    </p>
  );
}

function Sample({
  look,
  children,
}: {
  look: 'promise' | 'travel' | 'off' | 'break' | 'expected' | 'ghost';
  children: string;
}) {
  return (
    <p className={css.row}>
      <span className={css.sample} data-look={look} aria-hidden="true" />
      {children}
    </p>
  );
}
