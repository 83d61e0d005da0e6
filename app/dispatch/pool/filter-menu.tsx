import { ActionIcon, Button, CloseButton, Popover, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { useSavedFilters } from '../state/use-saved-filters.ts';
import css from './filter-menu.module.css';

/** Filters under a name: taken up by one press, saved as they stand, deleted. */
export function FilterMenu() {
  const f = useMessages().tools.filters;
  const { filters, save, remove, apply } = useSavedFilters();
  const [opened, setOpened] = useState(false);
  const [name, setName] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    void save(name);
    setName('');
    setOpened(false);
  };
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" shadow="md" trapFocus width={280}>
      <Popover.Target>
        <ActionIcon
          size={30}
          variant="default"
          aria-label={f.menu}
          title={f.menu}
          onClick={() => setOpened(!opened)}
        >
          <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            <path
              d="M4 2h8v12l-4-3-4 3z"
              fill="none"
              stroke="currentColor"
              strokeWidth="1.6"
              strokeLinejoin="round"
            />
          </svg>
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={f.menu}>
        {filters.length === 0 ? <p className={css.hint}>{f.none}</p> : null}
        <ul className={css.list}>
          {filters.map((filter) => (
            <li key={filter.name} className={css.row}>
              <button
                type="button"
                className={css.apply}
                onClick={() => {
                  apply(filter);
                  setOpened(false);
                }}
              >
                {filter.name}
                {filter.unsent ? <span className={css.unsent}>{f.unsent}</span> : null}
              </button>
              <CloseButton
                size="sm"
                aria-label={f.remove(filter.name)}
                onClick={() => void remove(filter.name)}
              />
            </li>
          ))}
        </ul>
        <form className={css.save} onSubmit={submit}>
          <TextInput
            size="xs"
            aria-label={f.name}
            placeholder={f.name}
            maxLength={30}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" size="xs" disabled={name.trim() === ''}>
            {f.save}
          </Button>
        </form>
        <p className={css.hint}>{f.hint}</p>
      </Popover.Dropdown>
    </Popover>
  );
}
