import { Modal } from '@mantine/core';
import { servableAppointment } from '#domain/appointment/current.ts';
import { useStore } from '../../live/use-store.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { useConsole } from '../state/console.ts';
import css from './change.module.css';
import { ChangeFields } from './change-fields.tsx';
import { PromiseLedger } from './promise-ledger.tsx';

/** Moves a promised time the only way there is: with cause, reason and notice, judged while it is filled in. */
export function ChangeDialog() {
  const m = useMessages().dispatch.change;
  const { dialog, board } = useConsole();
  const open = useStore(dialog, (value) => (value?.kind === 'change' ? value : null));
  const order = useStore(board, ({ orders }) => (open ? (orders.get(open.orderId) ?? null) : null));
  const close = () => dialog.set(null);
  const promise = order && servableAppointment(order);
  return (
    <Modal
      opened={open !== null}
      onClose={close}
      size={780}
      title={order ? m.title(order.number) : ''}
      classNames={{ body: css.body! }}
    >
      {open && order && promise ? (
        <div className={css.columns} key={`${order.id} ${promise.version}`}>
          <ChangeFields
            order={order}
            promise={promise}
            dropped={open.start}
            follow={open.follow}
            onDone={close}
          />
          <PromiseLedger order={order} />
        </div>
      ) : (
        <p>{m.noPromise}</p>
      )}
    </Modal>
  );
}
