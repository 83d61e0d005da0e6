import { CloseButton, Select, TextInput } from '@mantine/core';
import { memo } from 'react';
import { update, useStore } from '../../live/use-store.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { useConsole } from '../state/console.ts';
import { POOL_SORTS, type PoolSort } from '../state/view.ts';
import { FilterMenu } from './filter-menu.tsx';
import css from './pool.module.css';

interface Props {
  readonly shown: number;
  readonly all: number;
  /** Puts the focus on the list. */
  readonly toList: () => void;
}

/** How many wait, saved filters, order of the list, search. Stands still while orders are selected. */
export const PoolHead = memo(function PoolHead({ shown, all, toList }: Props) {
  const p = useMessages().dispatch.pool;
  const { view } = useConsole();
  const sort = useStore(view, (value) => value.sort);
  const query = useStore(view, (value) => value.query);
  const search = (text: string) => update(view, (before) => ({ ...before, query: text }));
  return (
    <>
      <div className={css.top}>
        <h2 className={css.title}>{p.title}</h2>
        <span className={css.count}>{p.shown(shown, all)}</span>
        <FilterMenu />
        <Select
          className={css.sort}
          size="xs"
          aria-label={p.sort}
          allowDeselect={false}
          data={POOL_SORTS.map((value) => ({ value, label: p.sorts[value] }))}
          value={sort}
          onChange={(value) => update(view, (before) => ({ ...before, sort: value as PoolSort }))}
        />
      </div>
      <TextInput
        className={css.search}
        size="sm"
        placeholder={p.search}
        aria-label={p.search}
        data-search
        value={query}
        onChange={(event) => search(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' && event.key !== 'Enter' && event.key !== 'ArrowDown') return;
          event.preventDefault();
          toList();
        }}
        rightSection={
          query ? (
            <CloseButton size="sm" aria-label={p.clear} onClick={() => search('')} />
          ) : (
            <kbd className={css.key}>/</kbd>
          )
        }
      />
    </>
  );
});
