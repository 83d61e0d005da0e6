import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import { useUndoable } from '../live/use-live.tsx';
import { update, useStore, whole } from '../live/use-store.ts';
import { useMessages } from '../ui/i18n/provider.tsx';
import { Chevron } from './chevron.tsx';
import css from './console-bar.module.css';
import { DateSteps } from './date-steps.tsx';
import { useConsole } from './state/console.ts';

/** Date, areas, undo and the plan: what governs the whole surface. */
export function ConsoleBar({ onPlan, planning }: { onPlan: (() => void) | null; planning: boolean }) {
  const m = useMessages();
  const b = m.dispatch.bar;
  const console = useConsole();
  const undoable = useUndoable();
  return (
    <>
      <DateSteps />
      <AreaMenu />
      <Tooltip label={`${b.undo} (Z)`}>
        <ActionIcon
          size={32}
          aria-label={b.undo}
          disabled={undoable === null}
          onClick={() => void console.undo()}
        >
          <svg width="18" height="18" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
            <path
              d="M7.5 4 3.5 8l4 4M4 8h7.5a4.5 4.5 0 0 1 0 9H9"
              fill="none"
              stroke="currentColor"
              strokeWidth="1.6"
              strokeLinecap="round"
              strokeLinejoin="round"
            />
          </svg>
        </ActionIcon>
      </Tooltip>
      <Present />
      {onPlan ? (
        // Not disabled: the focus that pressed it would fall to nothing.
        <Button
          size="xs"
          className={css.plan}
          aria-disabled={planning}
          data-disabled={planning || undefined}
          onClick={planning ? undefined : onPlan}
        >
          {b.plan}
        </Button>
      ) : null}
    </>
  );
}

function AreaMenu() {
  const b = useMessages().dispatch.bar;
  const { view, board } = useConsole();
  const areas = useStore(board, (value) => value.areas);
  const chosen = useStore(view, (value) => value.areas);
  const named = areas.filter(({ id }) => chosen.includes(id));
  // A link may name areas that are not this person's to see: nothing is shown of them, and the filter still stands.
  const words =
    chosen.length === 0 ? b.allAreas : named.length === 1 ? named[0]!.name : b.someAreas(chosen.length);
  const toggle = (id: string) =>
    update(view, (before) => ({
      ...before,
      areas: before.areas.includes(id) ? before.areas.filter((other) => other !== id) : [...before.areas, id],
    }));
  return (
    <Menu closeOnItemClick={false} position="bottom-start">
      <Menu.Target>
        <Button
          size="xs"
          variant="default"
          rightSection={<Chevron down />}
          aria-label={`${b.areas}: ${words}`}
        >
          {words}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          onClick={() => update(view, (before) => ({ ...before, areas: [] }))}
          disabled={chosen.length === 0}
        >
          {b.allAreas}
        </Menu.Item>
        <Menu.Divider />
        {areas.map(({ id, name }) => (
          <Menu.Item
            key={id}
            role="menuitemcheckbox"
            aria-checked={chosen.includes(id)}
            leftSection={<span className={css.tick}>{chosen.includes(id) ? '✓' : ''}</span>}
            onClick={() => toggle(id)}
          >
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** The character that stands for a person: the last of a Chinese given name, the first of a Latin one. */
function faceOf(name: string): string {
  return /^[\x20-\x7e]+$/.test(name) ? name.charAt(0).toUpperCase() : name.slice(-1);
}

/** Who else is here, by the first character of the name; dragging ones are ringed. */
function Present() {
  const m = useMessages();
  const b = m.dispatch.bar;
  const { presence } = useConsole();
  const present = useStore(presence, whole);
  const people = [...new Map(present.map((one) => [one.personId, one])).values()];
  if (people.length === 0) return null;
  const names = m.common.list(people.map(({ name }) => name));
  return (
    <div className={css.present} role="img" aria-label={b.present(names)} title={b.present(names)}>
      {people.slice(0, 4).map(({ personId, name, orderIds }) => (
        <span key={personId} className={css.face} data-busy={orderIds.length > 0 ? '' : undefined}>
          {faceOf(name)}
        </span>
      ))}
      {people.length > 4 ? <span className={css.face}>+{people.length - 4}</span> : null}
    </div>
  );
}
