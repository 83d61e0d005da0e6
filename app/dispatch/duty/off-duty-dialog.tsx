import { Button, Modal } from '@mantine/core';
import Link from 'next/link';
import { currentAppointment } from '#domain/appointment/current.ts';
import { PLANNABLE_STATUSES } from '#domain/order/order-status.ts';
import type { Technician } from '#domain/technician/technician.ts';
import { useSend } from '../../live/use-send.ts';
import { useStore, whole } from '../../live/use-store.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { RefusalNotice } from '../../ui/refusal/refusal-notice.tsx';
import { isoDay } from '../../ui/time.ts';
import { useStillThere } from '../../ui/use-still-there.ts';
import changeCss from '../change/change.module.css';
import { useConsole } from '../state/console.ts';

/** Somebody who has gone without saying so, or cannot go on today, is taken off duty: asked once more, because nobody else can undo it. */
export function OffDutyDialog() {
  const { dialog, board } = useConsole();
  const id = useStore(dialog, (value) => (value?.kind === 'off_duty' ? value.technicianId : null));
  const technician = useStore(board, ({ technicians }) => (id ? (technicians.get(id) ?? null) : null));
  const m = useMessages().tools.offDuty;
  const close = () => dialog.set(null);
  return (
    <Modal
      opened={technician !== null}
      onClose={close}
      size={480}
      title={technician ? m.title(technician.name) : ''}
    >
      {technician ? <OffDuty key={technician.id} technician={technician} onDone={close} /> : null}
    </Modal>
  );
}

function OffDuty({ technician, onDone }: { technician: Technician; onDone: () => void }) {
  const m = useMessages();
  const o = m.tools.offDuty;
  const { board, now: clock, viewer } = useConsole();
  const now = useStore(clock, whole);
  const visits = useStore(board, ({ visits: all }) => all.get(technician.id));
  const sending = useSend();
  const isThere = useStillThere();
  const left = (visits ?? []).filter(
    ({ status, planned }) =>
      planned !== null && isoDay(planned.start) === isoDay(now) && PLANNABLE_STATUSES.has(status),
  );
  const promised = left.filter((order) => currentAppointment(order) !== null).length;
  const lacksDeputy = sending.refusal?.rules?.some(({ id }) => id === 'RESP-02') ?? false;
  const payload = { technicianId: technician.id };
  return (
    <div className={changeCss.form}>
      <p>{left.length === 0 ? o.nothingLeft : o.left(left.length, promised)}</p>
      <p className={changeCss.hint}>{o.hint}</p>
      {sending.refusal ? <RefusalNotice refusal={sending.refusal} now={now} /> : null}
      {lacksDeputy && viewer.may.includes('area.name_deputy') ? (
        <Link href="/settings/areas">{o.deputy}</Link>
      ) : null}
      <div className={changeCss.actions}>
        <Button variant="default" onClick={onDone}>
          {m.common.cancel}
        </Button>
        <Button
          color="red"
          loading={sending.busy !== null}
          onClick={async () => {
            const done = await sending.send('technician.off_duty', payload, o.done(technician.name));
            if (done && isThere()) onDone();
          }}
        >
          {o.action}
        </Button>
      </div>
    </div>
  );
}
