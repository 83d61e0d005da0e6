import { sharedServices } from '#server/services/context.ts';

const handle = (request: Request) => sharedServices().access.handle(request);

export { handle as GET, handle as POST };
