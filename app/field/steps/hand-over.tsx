'use client';

import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Order } from '#domain/order/order.ts';
import { standardOf } from '#domain/standard/catalogue.ts';
import { currentVisit } from '#domain/visit/current-visit.ts';
import { type Rating, saysDissatisfied } from '#domain/visit/sheet.ts';
import { useClock } from '../../ui/clock.tsx';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { CheckRow, ChoiceRow } from '../check-row.tsx';
import { checksOf } from '../checklist-card.tsx';
import classes from '../field.module.css';
import { usePhotoQueue } from '../photos/photo-queue-provider.tsx';
import { signatureImage } from '../signature/signature-image.ts';
import { SignaturePad, type Signing, UNSIGNED } from '../signature/signature-pad.tsx';
import { isSigned } from '../signature/strokes.ts';
import type { StepProps } from '../step-props.ts';
import { WordsField } from '../words-field.tsx';
import { type Fee, feeOf } from './fee-fields.tsx';

/**
 * The customer's own screen over everything else (DONE-02, DONE-03, E-80): it begins empty, nothing of it outlives it, and nothing that
 * the technician wrote stands in it but what was measured and charged.
 */
export function HandOver(
  props: StepProps & { fee: Fee; unsatisfied: string | null; onBack: () => void; onUnsatisfied: () => void },
) {
  const { order, technician, step, ticks: cards, fee, unsatisfied } = props;
  const words = useMessages().field;
  const m = words.sign;
  const time = useClock();
  const queue = usePhotoQueue();
  const standard = standardOf(order);
  const [ticks, setTicks] = useState({ works: false, clean: false, told: false, self: false });
  const [rating, setRating] = useState<Rating | null>(null);
  const [score, setScore] = useState<string | null>(null);
  const [opinion, setOpinion] = useState('');
  const [signing, setSigning] = useState<Signing>(UNSIGNED);
  const [failed, setFailed] = useState(false);
  const [busy, setBusy] = useState(false);
  const numbered = standard.get('satisfaction').scale === '1-10';
  const answer = {
    ...(rating === null ? {} : { rating }),
    ...(score === null ? {} : { score: Number(score) }),
  };
  const rated = numbered ? score !== null : rating !== null;
  const low = rated && saysDissatisfied({ scale: numbered ? '1-10' : 'text', ...answer }, standard);
  // after a repair, leaving somebody dissatisfied behind asks why (SITE-23)
  const why = low && order.type === 'fault' && unsatisfied === null;
  const name = signing.name?.trim() ?? null;
  const signed = name === null ? isSigned(signing.strokes) : name !== '';
  const all = ticks.works && ticks.clean && ticks.told && ticks.self;
  const ready = all && rated && signed && !(why && opinion.trim() === '');

  async function sign(): Promise<void> {
    setBusy(true);
    setFailed(false);
    const occurredAt = time.now();
    let image: Awaited<ReturnType<typeof signatureImage>>;
    try {
      image = await signatureImage(
        name === null
          ? { kind: 'drawn', strokes: signing.strokes }
          : { kind: 'typed', name, beneath: m.typedBeneath(order.number) },
      );
    } catch {
      // said on the screen: the refusal to draw is the browser's, and the technician has another way (DONE-03)
      setFailed(true);
      setBusy(false);
      return;
    }
    const photo = {
      id: crypto.randomUUID(),
      hash: image.hash,
      of: 'signature' as const,
      takenAt: occurredAt,
    };
    // without a network the sheet waits on the phone: the customer is done with it, and nothing of it stays on the screen
    void queue.along(order.id, [{ id: photo.id, bytes: image.bytes }], () =>
      step.run(
        'visit.sign',
        {
          orderId: order.id,
          filledBy: 'customer',
          occurredAt,
          ...checksOf(cards),
          ...feeOf(fee),
          ...answer,
          ...(opinion.trim() === '' ? {} : { opinion: opinion.trim() }),
          ...(order.type === 'fault' ? { satisfied: unsatisfied === null && !low } : {}),
          ...(unsatisfied === null ? {} : { reason: unsatisfied }),
          photos: [photo],
          signatureHash: image.hash,
        },
        words.sent.step,
      ),
    );
    props.onBack();
  }

  return (
    <div className={classes.handOver} role="dialog" aria-modal="true" aria-labelledby="hand-over-title">
      <h2 id="hand-over-title">{m.screenTitle}</h2>
      <p>{m.screenIntro(technician.name)}</p>
      <Done order={order} fee={fee} />
      <div className={classes.stack}>
        {(['works', 'clean', 'told', 'self'] as const).map((tick) => (
          <CheckRow
            key={tick}
            checked={ticks[tick]}
            onChange={(checked) => setTicks({ ...ticks, [tick]: checked })}
          >
            {m[tick]}
          </CheckRow>
        ))}
      </div>
      {numbered ? (
        <ChoiceRow legend={m.score} words={SCORES} value={score} onChange={setScore} />
      ) : (
        <ChoiceRow legend={m.rating} words={m.ratings} value={rating} onChange={setRating} />
      )}
      <WordsField label={why ? m.why : m.opinion} value={opinion} longest={500} onChange={setOpinion} />
      <SignaturePad signing={signing} onChange={setSigning} />
      <div className={classes.handOverActions}>
        {failed ? <p role="alert">{m.notDrawn}</p> : null}
        <Button size="xl" fullWidth disabled={!ready} loading={busy || step.busy} onClick={() => void sign()}>
          {m.confirm}
        </Button>
        <Button size="lg" fullWidth variant="default" onClick={props.onUnsatisfied}>
          {m.unsatisfied}
        </Button>
        <Button size="lg" fullWidth variant="subtle" onClick={props.onBack}>
          {m.back}
        </Button>
      </div>
    </div>
  );
}

const SCORES: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from({ length: 10 }, (_, index) => [`${index + 1}`, `${index + 1}`]),
);

/** What was done, as far as it was measured or charged. */
function Done({ order, fee }: { order: Order; fee: Fee }) {
  const m = useMessages();
  const words = m.field.sign.done;
  const tests = currentVisit(order)?.tests;
  const { chargedAmount, invoiceNo } = feeOf(fee);
  const lines: readonly (readonly [string, ReactNode] | null)[] = [
    [words.order, `${m.order.type[order.type]} · ${order.number}`],
    tests?.downMbps == null ? null : [words.speed, words.measured(tests.downMbps, order.subscribedMbps)],
    [words.fee, chargedAmount === undefined ? words.free : words.charged(chargedAmount, invoiceNo ?? null)],
  ];
  return (
    <dl className={classes.handOverDone} aria-label={words.title}>
      {lines.map((line) =>
        line === null ? null : (
          <div key={line[0]}>
            <dt>{line[0]}</dt>
            <dd>{line[1]}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
