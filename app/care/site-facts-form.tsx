'use client';

import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Order } from '#domain/order/order.ts';
import { homeTasks } from '#domain/readiness/home-tasks.ts';
import type { Answer, ResourceState, SiteFinding } from '#domain/readiness/site-facts.ts';
import { ANSWERS, learn, RESOURCE_STATES, RESOURCES } from '#domain/readiness/site-facts.ts';
import { useMessages } from '../ui/i18n/provider.tsx';

/** What is known of the home and of the network before anybody sets out (INTK-04, VRFY-04, SCHD-04); saved as a whole. */
export function SiteFactsForm(props: {
  order: Order;
  busy: boolean;
  onSave: (found: SiteFinding) => Promise<boolean>;
}) {
  const { common, care } = useMessages();
  const m = care.site;
  const { order } = props;
  const [found, setFound] = useState<SiteFinding>({});
  const facts = learn(order.site, found);
  const answers = { yes: m.yes, no: m.no, unknown: m.state.unknown };
  const asked =
    order.type === 'install'
      ? (['fibreToHome', 'hasOnt'] as const)
      : order.type === 'fault'
        ? (['selfRepair'] as const)
        : [];
  const tasks = homeTasks(order);
  return (
    <Stack gap="xs">
      {tasks.length > 0 ? (
        <Text size="xs" c="dimmed">
          {common.named(m.tasks, common.list(tasks.map((task) => m.task[task])))}
        </Text>
      ) : null}
      {asked.map((fact) => (
        <Select
          key={fact}
          size="xs"
          label={m[fact]}
          data={ANSWERS.map((value) => ({ value, label: answers[value] }))}
          value={facts[fact]}
          allowDeselect={false}
          onChange={(value) => setFound({ ...found, [fact]: value as Answer })}
        />
      ))}
      <Text size="xs" c="dimmed">
        {m.resources}
      </Text>
      <Group gap="xs" grow>
        {RESOURCES.map((resource) => (
          <Select
            key={resource}
            size="xs"
            label={m.resource[resource]}
            data={RESOURCE_STATES.map((value) => ({ value, label: m.state[value] }))}
            value={facts.resources[resource]}
            allowDeselect={false}
            onChange={(value) =>
              setFound({
                ...found,
                resources: { ...found.resources, [resource]: value as ResourceState },
              })
            }
          />
        ))}
      </Group>
      <Button
        size="xs"
        variant="default"
        disabled={Object.keys(found).length === 0}
        loading={props.busy}
        onClick={async () => {
          if (await props.onSave(found)) setFound({});
        }}
      >
        {m.save}
      </Button>
    </Stack>
  );
}
