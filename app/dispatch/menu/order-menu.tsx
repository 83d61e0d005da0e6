import { Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import { servableAppointment } from '#domain/appointment/current.ts';
import type { OrderId } from '#domain/base/brand.ts';
import { update, useStore, whole } from '../../live/use-store.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { toastDone, toastRefused } from '../../ui/toasts.tsx';
import { changeOrConfirm } from '../keys/use-console-keys.ts';
import { isPlannable } from '../pool/pool-entry.ts';
import { caption } from '../state/caption.ts';
import { useConsole } from '../state/console.ts';
import type { View } from '../state/view.ts';
import { LOCK_CHOICES } from './lock-choices.ts';
import css from './order-menu.module.css';

/** What can be done with the orders under the pointer, or with those selected, at the place where it was asked for. */
export function OrderMenu() {
  const m = useMessages();
  const console = useConsole();
  const menu = useStore(console.menu, whole);
  const close = () => console.menu.set(null);
  if (!menu) return null;
  return (
    <Menu
      opened
      onClose={close}
      position="bottom-start"
      offset={2}
      width={250}
      trapFocus
      withInitialFocusPlaceholder={false}
      returnFocus
      withinPortal
      key={`${menu.x} ${menu.y} ${menu.kind}`}
    >
      <Menu.Target>
        <button
          type="button"
          tabIndex={-1}
          aria-hidden="true"
          className={css.anchor}
          style={{ left: menu.x, top: menu.y }}
        />
      </Menu.Target>
      <Menu.Dropdown data-order-menu aria-label={m.tools.menu.title('')}>
        {menu.kind === 'lock' ? null : menu.technicianId === null ? (
          <OrderItems orderIds={menu.orderIds} />
        ) : (
          <TechnicianItems technicianId={menu.technicianId} orderIds={menu.orderIds} />
        )}
        {menu.technicianId === null ? (
          <LockItems orderIds={menu.orderIds} alone={menu.kind === 'lock'} />
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}

function OrderItems({ orderIds }: { orderIds: readonly OrderId[] }) {
  const m = useMessages();
  const d = m.dispatch.detail;
  const console = useConsole();
  const board = useStore(console.board, whole);
  const orders = orderIds.flatMap((id) => board.orders.get(id) ?? []);
  const [first] = orders;
  if (!first) return <Menu.Label>{d.gone}</Menu.Label>;
  const one = orders.length === 1;
  const plannable = orders.some(isPlannable);
  const promised = servableAppointment(first) !== null;
  const copy = async () => {
    const numbers = orders.map(({ number }) => number).join('\n');
    try {
      await navigator.clipboard.writeText(numbers);
      toastDone(m.tools.menu.copied(m.common.list(orders.map(({ number }) => number))));
    } catch {
      // Without a secure page or the right to it the clipboard is closed; the person is told.
      toastRefused('copy', m.tools.menu.copyFailed);
    }
  };
  return (
    <>
      <Menu.Label>{m.tools.menu.title(caption(orders, m))}</Menu.Label>
      <Item
        keys="A"
        first={plannable}
        disabled={!plannable}
        onClick={() => console.dialog.set({ kind: 'assign', orderIds })}
      >
        {d.assign}
      </Item>
      {one ? (
        <>
          <Item
            keys="R"
            first={!plannable}
            onClick={() => console.dialog.set(changeOrConfirm(console, first.id))}
          >
            {promised ? d.change : d.confirm}
          </Item>
          <Item keys="C" onClick={() => console.dialog.set({ kind: 'call', orderId: first.id })}>
            {d.call}
          </Item>
          <Item
            keys="W"
            disabled={!plannable}
            onClick={() => console.dialog.set({ kind: 'why', orderId: first.id })}
          >
            {d.why}
          </Item>
        </>
      ) : null}
      {orders.some(({ technicianId }) => technicianId !== null) ? (
        <Item keys="Del" onClick={() => void console.takeBack(orderIds)}>
          {m.dispatch.drag.backToPool}
        </Item>
      ) : null}
      <Item onClick={() => void copy()}>{m.tools.menu.copy}</Item>
      {one ? (
        <Item keys="Enter" onClick={() => console.open(first.id)}>
          {m.tools.menu.open}
        </Item>
      ) : null}
    </>
  );
}

function LockItems({ orderIds, alone }: { orderIds: readonly OrderId[]; alone: boolean }) {
  const m = useMessages();
  const console = useConsole();
  const board = useStore(console.board, whole);
  const orders = orderIds.flatMap((id) => board.orders.get(id) ?? []);
  const held = orders.filter(({ technicianId }) => technicianId !== null);
  const locked = orders.some(({ lock }) => lock);
  if (held.length === 0 && !alone) return null;
  return (
    <>
      {alone ? <Menu.Label>{m.tools.lock.title(caption(orders, m))}</Menu.Label> : <Menu.Divider />}
      {LOCK_CHOICES.map(({ name, what }) => (
        <Item
          key={name}
          first={alone && name === 'technician'}
          disabled={held.length === 0 || (what.time && held.every(({ planned }) => planned === null))}
          onClick={() => void console.lock(orderIds, what)}
        >
          {m.tools.lock[name]}
        </Item>
      ))}
      {locked ? <Item onClick={() => void console.lock(orderIds, null)}>{m.tools.lock.unlock}</Item> : null}
    </>
  );
}

/** On a technician: the selected orders are given by one press, as by a drop on the pin. */
function TechnicianItems({ technicianId, orderIds }: { technicianId: string; orderIds: readonly OrderId[] }) {
  const m = useMessages();
  const console = useConsole();
  const technician = useStore(console.board, ({ technicians }) => technicians.get(technicianId) ?? null);
  const give = () => {
    const orders = orderIds.flatMap((id) => console.board.get().orders.get(id) ?? []);
    void console.assign(orders, { technicianId, at: null });
  };
  return (
    <>
      <Menu.Label>{technician?.name ?? technicianId}</Menu.Label>
      <Item first={orderIds.length > 0} disabled={orderIds.length === 0} onClick={give}>
        {m.tools.menu.give(technician?.name ?? technicianId, orderIds.length)}
      </Item>
      <Item
        onClick={() =>
          update(console.view, (before): View => ({ ...before, technicianId, routes: 'selected' }))
        }
      >
        {m.tools.menu.route}
      </Item>
      {technician?.onDuty && console.viewer.may.includes('technician.off_duty') ? (
        <Item onClick={() => console.dialog.set({ kind: 'off_duty', technicianId })}>
          {m.tools.menu.offDuty}
        </Item>
      ) : null}
    </>
  );
}

interface ItemProps {
  readonly children: ReactNode;
  readonly onClick: () => void;
  readonly keys?: string;
  readonly disabled?: boolean;
  /** Has the focus when the menu opens. */
  readonly first?: boolean;
}

function Item({ children, onClick, keys, disabled = false, first = false }: ItemProps) {
  return (
    <Menu.Item
      disabled={disabled}
      data-autofocus={first || undefined}
      onClick={onClick}
      rightSection={keys ? <kbd className={css.key}>{keys}</kbd> : null}
    >
      {children}
    </Menu.Item>
  );
}
