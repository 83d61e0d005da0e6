import { describe, expect, it } from 'vitest';
import { allRoutes } from '#tests/integration/support/http.ts';
import { openApiDocument } from '../../../app/api/openapi/document.ts';
import { readablePage } from '../../../app/api/openapi/readable-page.ts';
import * as elsewhere from '../../../app/api/v1/[...unknown]/route.ts';

describe('the description of the HTTP surface', () => {
  it('names every route and no other', async () => {
    const routes = (await allRoutes()).filter(({ path }) => path.startsWith('/api/v1/'));
    const there = routes.map(
      ({ method, path }) => `${method} ${path.slice('/api/v1'.length).replace(/\[(\w+)\]/g, '{$1}')}`,
    );
    const { paths } = openApiDocument() as { paths: Record<string, object> };
    const described = Object.entries(paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(described.sort()).toEqual(there.sort());
  });

  it('is made of the schemas that requests are checked with', () => {
    const { paths } = openApiDocument() as { paths: Record<string, Record<string, { requestBody: object }>> };
    expect(paths['/orders/{id}/assignment']?.post?.requestBody).toMatchObject({
      content: {
        'application/json': {
          schema: {
            additionalProperties: false,
            required: ['technicianId'],
            properties: { technicianId: { type: 'string' }, version: { type: 'integer' } },
          },
        },
      },
    });
  });

  it('tells programs in their own form that an address leads nowhere', async () => {
    for (const handle of Object.values(elsewhere)) {
      const answer = handle(new Request('http://zhundian.test/api/v1/order?area=gulou'));
      expect(answer.status).toBe(404);
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
      expect(await answer.json()).toMatchObject({
        code: 'not_found',
        title: expect.stringContaining('/api/v1/order.'),
      });
    }
  });

  it('can be read as a page', () => {
    expect(readablePage()).toContain('POST</b> /api/v1/orders/{id}/assignment');
  });
});
