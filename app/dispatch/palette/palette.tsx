import { Modal, VisuallyHidden } from '@mantine/core';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { useEffect, useMemo, useState } from 'react';
import { useStore, whole } from '../../live/use-store.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { letGoOfDialog } from '../keys/let-go.ts';
import { loadSpell, type Spell, textSearch } from '../pool/pool-search.ts';
import { useConsole } from '../state/console.ts';
import { useSavedFilters } from '../state/use-saved-filters.ts';
import css from './palette.module.css';
import { useChoices } from './use-choices.ts';

const [store, palette] = createSpotlight();
/** So many orders or people of one search are shown; more are found by more letters. */
const SHOWN = 8;

interface Props {
  readonly asked: number;
  readonly onPlan: () => void;
  readonly onRipple: () => void;
}

/** Everything by typing: orders, people, what can be done. Opens whenever `asked` grows. */
export function Palette({ asked, onPlan, onRipple }: Props) {
  const m = useMessages().tools.palette;
  const [query, setQuery] = useState('');
  const [spell, setSpell] = useState<Spell | null>(null);
  const board = useStore(useConsole().board, whole);
  const { filters, apply } = useSavedFilters();
  const choices = useChoices({ onPlan, onRipple, filters, apply });

  // biome-ignore lint/correctness/useExhaustiveDependencies: each asking opens it again
  useEffect(() => palette.open(), [asked]);
  const latin = /[a-z]/i.test(query);
  useEffect(() => {
    // Without the dictionary the search still finds what is written; the browser's console names the reason.
    if (latin && !spell) loadSpell().then((loaded) => setSpell(() => loaded), reportError);
  }, [latin, spell]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the choices read the board when they are asked
  const groups = useMemo(() => {
    const found = textSearch(query, spell);
    return choices.flatMap(({ group, always, choices: all }) => {
      if (!always && query.trim() === '') return [];
      const some = all().filter(({ words }) => found(words));
      return some.length > 0 ? [{ group, some: some.slice(0, always ? 40 : SHOWN) }] : [];
    });
  }, [choices, query, spell, board]);

  return (
    <Spotlight.Root
      store={store}
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      maxHeight={420}
      centered={false}
      yOffset="12vh"
      overlayProps={{ backgroundOpacity: 0.25, blur: 0 }}
      scrollable
      classNames={{ action: css.action }}
      clearQueryOnClose
      onSpotlightClose={letGoOfDialog}
    >
      <VisuallyHidden>
        <Modal.Title>{m.open}</Modal.Title>
      </VisuallyHidden>
      <Spotlight.Search placeholder={m.search} aria-label={m.search} />
      <Spotlight.ActionsList>
        {groups.map(({ group, some }) => (
          <Spotlight.ActionsGroup key={group} label={group}>
            {some.map(({ id, label, description, keys, act }) => (
              <Spotlight.Action
                key={id}
                label={label}
                description={description}
                rightSection={keys ? <kbd>{keys}</kbd> : undefined}
                onClick={act}
              />
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {groups.length === 0 ? <Spotlight.Empty>{m.nothing}</Spotlight.Empty> : null}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
