import { openApiDocument } from '../../openapi/document.ts';

/** The surface as OpenAPI 3.1. It tells nothing that the source does not, so that anybody may read it. */
export const GET = async () => Response.json(openApiDocument());
