import type { Instant } from '../base/brand.ts';
import { ROLES } from '../base/role.ts';
import { RULE_IDS } from '../base/rule-id.ts';
import { REGIONS, SKILLS } from '../order/order-type.ts';
import { BASE } from '../standard/base.ts';
import { resolveStandard, STANDARD_IDS } from '../standard/catalogue.ts';
import type { ParameterName } from '../standard/parameter.ts';
import { STEPS } from './fields.ts';
import { unknownName } from './nearest.ts';
import { readParameterValue } from './parameter-value.ts';
import { readExpectation } from './parse-expect.ts';
import type { Names } from './parse-fields.ts';
import { readField, readInstant } from './parse-fields.ts';
import { Reader } from './reader.ts';
import type { Scenario, Step, StepExpectation, World, WorldArea, WorldTechnician } from './scenario.ts';
import { DEFAULT_WORLD } from './scenario.ts';

const TOP = ['id', 'title', 'standard', 'world', 'steps', 'expect'];
const COMMON = ['at', 'do', 'as', 'expect'];

/**
 * Checks the plain data of a scenario file and gives it its types. Throws `InvalidScenario` with the path of the first thing that is
 * not known or not readable; `fallbackId` names a file without an id.
 */
export function parseScenario(data: unknown, fallbackId: string): Scenario {
  const root = new Reader(data, []);
  const top = root.known('the scenario', TOP);
  const standardId = top.get('standard')?.oneOf('standard', STANDARD_IDS) ?? 'base';
  const tz = resolveStandard(standardId).get('tz');
  const world = readWorld(top.get('world'));
  const stepReaders = (top.get('steps') ?? root.fail('A scenario needs `steps`.')).list('steps');
  const names: Names = {
    tz,
    areas: world.areas.map(({ id }) => id),
    technicians: world.technicians.map(({ id }) => id),
    orders: orderNames(stepReaders),
    outages: namesMadeBy(stepReaders, 'outage.open', 'outage'),
    cutovers: namesMadeBy(stepReaders, 'cutover.plan', 'cutover'),
    parameters: Object.keys(BASE.parameters),
  };
  let clock: Instant | null = null;
  const steps = stepReaders.map((reader) => {
    const step = readStep(reader, names, clock);
    clock = step.at;
    return step;
  });
  return {
    id: top.get('id')?.text('id') ?? fallbackId,
    title: top.get('title')?.text('title') ?? '',
    standardId,
    world,
    steps,
    expect: readExpectation(top.get('expect'), names, clock),
  };
}

/** Orders that any step takes in, with the children of moves. */
function orderNames(steps: readonly Reader[]): readonly string[] {
  return steps.flatMap((reader) => {
    const map = reader.map('a step');
    const id = map.get('order')?.value;
    if (map.get('do')?.value !== 'order.intake' || typeof id !== 'string') return [];
    return map.get('type')?.value === 'move' ? [id, `${id}.install`, `${id}.remove`] : [id];
  });
}

/** Outages that any step opens, cutovers that any step plans. */
function namesMadeBy(steps: readonly Reader[], step: string, field: string): readonly string[] {
  return steps.flatMap((reader) => {
    const map = reader.map('a step');
    const id = map.get(field)?.value;
    return map.get('do')?.value === step && typeof id === 'string' ? [id] : [];
  });
}

function readStep(reader: Reader, names: Names, clock: Instant | null): Step {
  const map = reader.map('a step');
  const name = (map.get('do') ?? reader.fail('A step needs `do`.')).text('do');
  const spec = STEPS[name];
  if (!spec) return (map.get('do') ?? reader).fail(unknownName('step', name, Object.keys(STEPS)));
  const keys = [...COMMON, ...Object.keys(spec.fields)];
  for (const [key, field] of map)
    if (!keys.includes(key)) field.fail(unknownName(`field of ${name}`, key, keys));
  const at = readInstant(
    map.get('at') ?? reader.fail(`The step ${name} needs \`at\`.`),
    'at',
    names.tz,
    clock,
  );
  if (clock !== null && at < clock) (map.get('at') ?? reader).fail(`The step ${name} goes back in time.`);
  for (const key of spec.required)
    if (map.get(key) === undefined) reader.fail(`The step ${name} needs \`${key}\`.`);
  const fields: Record<string, unknown> = {};
  for (const [key, kind] of Object.entries(spec.fields)) {
    const field = map.get(key);
    if (field !== undefined) fields[key] = readField(field, key, kind, names, at);
  }
  const value = map.get('value');
  if (value && name === 'standard.change')
    fields.value = readParameterValue(value, fields.parameter as ParameterName);
  const expect = map.get('expect');
  return {
    at,
    do: name,
    as: map.get('as')?.oneOf('role', ROLES) ?? spec.as,
    fields,
    expect: expect ? readStepExpectation(expect) : null,
  };
}

function readStepExpectation(reader: Reader): StepExpectation {
  const map = reader.known('expect', ['verdict', 'rules', 'warnings', 'approver']);
  const ids = (name: string) =>
    map
      .get(name)
      ?.list(name)
      .map((one) => one.oneOf('rule', RULE_IDS));
  return {
    verdict: map.get('verdict')?.oneOf('verdict', ['accepted', 'needs_approval', 'refused'] as const),
    rules: ids('rules'),
    warnings: ids('warnings'),
    approver: map.get('approver')?.isMissing ? null : map.get('approver')?.oneOf('role', ROLES),
  };
}

function readWorld(reader: Reader | undefined): World {
  if (!reader) return DEFAULT_WORLD;
  const map = reader.known('world', ['areas', 'technicians']);
  const technicians = (map.get('technicians')?.list('technicians') ?? []).map(readTechnician);
  const ids = technicians.map(({ id }) => id);
  const areas = (map.get('areas')?.list('areas') ?? []).map((one) => readArea(one, ids, technicians));
  const areaIds = areas.map(({ id }) => id);
  technicians.forEach(({ area }, index) => {
    if (!areaIds.includes(area))
      new Reader(area, ['world', 'technicians', index, 'area']).fail(unknownName('area', area, areaIds));
  });
  return { areas, technicians };
}

function readTechnician(reader: Reader): WorldTechnician {
  const map = reader.known('a technician', ['id', 'skills', 'area', 'certifiedUntil']);
  const skills = map.get('skills')?.list('skills');
  return {
    id: (map.get('id') ?? reader.fail('A technician needs `id`.')).text('id'),
    skills: skills ? skills.map((one) => one.word('skill', SKILLS)) : SKILLS,
    area: (map.get('area') ?? reader.fail('A technician needs `area`.')).text('area'),
    certifiedUntil: map.get('certifiedUntil')?.text('certifiedUntil') ?? null,
  };
}

/** An area whose members are not listed has those who belong to it. */
function readArea(
  reader: Reader,
  technicians: readonly string[],
  people: readonly WorldTechnician[],
): WorldArea {
  const map = reader.known('an area', ['id', 'region', 'lead', 'members']);
  const lead = map.get('lead');
  const id = (map.get('id') ?? reader.fail('An area needs `id`.')).text('id');
  const members = map.get('members');
  return {
    id,
    region: map.get('region')?.oneOf('region', REGIONS) ?? 'urban',
    lead: !lead || lead.isMissing ? null : lead.oneOf('technician', technicians),
    members: members
      ? members.list('members').map((one) => one.oneOf('technician', technicians))
      : people.filter(({ area }) => area === id).map((one) => one.id),
  };
}
