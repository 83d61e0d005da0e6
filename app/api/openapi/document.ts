import { z } from 'zod';
import type { CommandType } from '#protocol/command.ts';
import { REFUSAL_CODES } from '#protocol/command.ts';
import { commandSchemas } from '#protocol/schema.ts';
import type { Schema } from '#protocol/schema-base.ts';
import { PATHS, type Path } from './paths.ts';

type Json = Record<string, unknown>;

/** The surface as OpenAPI 3.1, made from the schemas that requests are checked with. */
export function openApiDocument(): Json {
  const paths: Record<string, Json> = {};
  for (const path of PATHS) {
    const operations = paths[path.path] ?? {};
    paths[path.path] = operations;
    operations[path.method] = operationOf(path);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Zhundian 准点',
      version: '1',
      description:
        'Instants are ISO 8601 with offset, places are WGS-84. Writes take an Idempotency-Key (a UUID, kept 72 h) and, where an entity is changed, its `version`.',
    },
    servers: [{ url: '/api/v1' }],
    security: [{ session: [] }],
    paths,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'zhundian.session_token' } },
      schemas: { Problem: PROBLEM, ...commandPayloads() },
      responses: {
        Problem: { description: 'A refusal', content: { 'application/problem+json': ref('Problem') } },
      },
    },
  };
}

const RULES: Json = {
  type: 'array',
  items: {
    type: 'object',
    properties: {
      id: { type: 'string' },
      kind: { enum: ['block', 'approval', 'warning'] },
      clause: { type: 'string' },
      facts: { type: 'object' },
    },
  },
};

/** RFC 9457, with the rules that refused. */
const PROBLEM: Json = {
  type: 'object',
  required: ['type', 'title', 'status', 'code'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { enum: [...REFUSAL_CODES] },
    field: { type: 'string' },
    approver: { type: 'string' },
    current: {},
    rules: RULES,
    leftOut: {
      type: 'array',
      description: 'Of a plan: every order that cannot be taken as it is proposed. Nothing is published.',
      items: {
        type: 'object',
        required: ['orderId', 'number', 'code', 'title'],
        properties: {
          orderId: { type: 'string' },
          number: { type: 'string' },
          code: { enum: [...REFUSAL_CODES] },
          title: { type: 'string' },
          approver: { type: 'string' },
          rules: RULES,
        },
      },
    },
  },
};

function ref(name: string): Json {
  return { schema: { $ref: `#/components/schemas/${name}` } };
}

function operationOf({ method, path, does, command, given = [], body, query }: Path): Json {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  const request = command ? bodyOf(command, given) : body && jsonSchema(body);
  return {
    operationId: `${method}${path.replace(/[^a-z]+(.)?/gi, (_, next: string = '') => next.toUpperCase())}`,
    summary: does,
    parameters: [
      ...names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
      ...(query ? queryParameters(query) : []),
      ...(method === 'get' ? [] : [IDEMPOTENCY_KEY]),
    ],
    ...(request
      ? { requestBody: { required: true, content: { 'application/json': { schema: request } } } }
      : {}),
    responses: { 200: { description: 'Done' }, default: { $ref: '#/components/responses/Problem' } },
  };
}

const IDEMPOTENCY_KEY: Json = {
  name: 'Idempotency-Key',
  in: 'header',
  schema: { type: 'string', format: 'uuid' },
};

/** A command's payload without what the path gives, and with the version that the sender saw. */
function bodyOf(command: CommandType, given: readonly string[]): Json {
  const schema = jsonSchema(commandSchemas[command]);
  const properties = { ...(schema.properties as Json), version: { type: 'integer', minimum: 1 } };
  for (const name of given) delete (properties as Json)[name];
  const required = (schema.required as string[] | undefined)?.filter((name) => !given.includes(name));
  return { ...schema, properties, ...(required ? { required } : {}) };
}

function queryParameters(query: Schema): Json[] {
  const { properties = {} } = jsonSchema(query) as { properties?: Record<string, Json> };
  return Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', schema }));
}

function commandPayloads(): Record<string, Json> {
  const types = Object.keys(commandSchemas) as CommandType[];
  return Object.fromEntries(types.map((type) => [type, jsonSchema(commandSchemas[type])]));
}

function jsonSchema(schema: Schema): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return rest as Json;
}
