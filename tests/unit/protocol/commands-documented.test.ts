import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { commandSchemas } from '#protocol/schema.ts';

const [, afterHeading = ''] = readFileSync('docs/commands.md', 'utf8').split(
  '## Who sends what, and from where',
);
const section = afterHeading.split('\n## ')[0] ?? '';
const named = [...section.matchAll(/`([a-z_]+\.[a-z_]+)`/g)].map(([, name]) => name);

it.each(Object.keys(commandSchemas))('docs/commands.md says from where %s is sent', (type) => {
  expect(named).toContain(type);
});
