'use client';

import { Button, Drawer } from '@mantine/core';
import { CONSENT_VERSION } from '#domain/technician/consent-version.ts';
import type { Technician } from '#domain/technician/technician.ts';
import { useLanguage, useMessages } from '../../ui/i18n/provider.tsx';
import { clock, dayWords } from '../../ui/time.ts';
import classes from '../field.module.css';

/**
 * The notice on sharing positions: separate, versioned, refusable, and withdrawn as easily as given. Nothing is
 * agreed by going on.
 */
export function ConsentSheet(props: {
  opened: boolean;
  onClose: () => void;
  technician: Technician;
  busy: boolean;
  onGive: () => void;
  onWithdraw: () => void;
}) {
  const m = useMessages();
  const language = useLanguage();
  const { consent } = props.technician;
  const given = consent?.version === CONSENT_VERSION;
  return (
    <Drawer
      opened={props.opened}
      onClose={props.onClose}
      position="bottom"
      size="100%"
      title={m.field.consent.title}
      closeButtonProps={{ 'aria-label': m.common.close, size: 44 }}
      classNames={{ content: classes.sheet, body: classes.sheetBody, title: classes.sheetTitle }}
    >
      <div className={classes.stack}>
        <p className={classes.body}>{m.field.consent.intro}</p>
        <dl className={classes.notice}>
          {m.field.consent.points.map((point) => (
            <div key={point.term}>
              <dt>{point.term}</dt>
              <dd>{point.body}</dd>
            </div>
          ))}
        </dl>
        <p className={classes.hint}>
          {m.field.consent.version(CONSENT_VERSION)}
          {given && consent
            ? ` · ${m.field.consent.givenAt(`${dayWords(consent.givenAt, language)} ${clock(consent.givenAt)}`)}`
            : null}
        </p>
        {given ? (
          <>
            <p className={classes.hint}>{m.field.consent.withdrawHint}</p>
            <Button size="lg" fullWidth variant="default" loading={props.busy} onClick={props.onWithdraw}>
              {m.field.consent.withdraw}
            </Button>
          </>
        ) : (
          <>
            <Button size="xl" fullWidth loading={props.busy} onClick={props.onGive}>
              {m.field.consent.agree}
            </Button>
            <Button size="lg" fullWidth variant="default" onClick={props.onClose}>
              {m.field.consent.decline}
            </Button>
          </>
        )}
      </div>
    </Drawer>
  );
}
