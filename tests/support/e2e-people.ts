import { randomUUID } from 'node:crypto';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test';
import type { CommandAnswer, Commands, CommandType } from '#protocol/command.ts';
import { TOWN_PASSWORD } from '#tests/support/town.ts';

/** A person with a browser of their own and a page that is open. */
export interface PersonAtScreen {
  context: BrowserContext;
  page: Page;
  /** Sends a command as this person, by HTTP. Throws when it is not carried out. */
  command<T extends CommandType>(type: T, payload: Commands[T], version?: number): Promise<CommandAnswer>;
}

/** Signs in without the sign-in page, which has tests of its own, and opens `path`. */
export async function personAt(
  browser: Browser,
  username: string,
  path: string,
  options: BrowserContextOptions = {},
): Promise<PersonAtScreen> {
  const origin = options.baseURL ?? (process.env.E2E_ORIGIN as string);
  const context = await browser.newContext({ baseURL: origin, locale: 'zh-CN', ...options });
  const answer = await context.request.post('/api/auth/sign-in/username', {
    data: { username, password: TOWN_PASSWORD },
    headers: { origin },
  });
  if (!answer.ok())
    throw new Error(`${username} could not sign in: ${answer.status()} ${await answer.text()}`);
  const page = await context.newPage();
  await page.goto(path);
  return {
    context,
    page,
    async command(type, payload, version) {
      const sent = await context.request.post('/api/v1/commands', {
        data: { id: randomUUID(), type, payload, ...(version === undefined ? {} : { version }) },
        headers: { origin },
      });
      const body = (await sent.json()) as CommandAnswer;
      if (!sent.ok())
        throw new Error(`${username} could not ${type}: ${sent.status()} ${JSON.stringify(body)}`);
      return body;
    },
  };
}

let taken = 0;

/** Takes an install order in for a home in the town's first area and gives it to a technician. Returns its id and number. */
export async function orderFor(
  dispatcher: PersonAtScreen,
  technicianId: string,
  given: Partial<Commands['order.intake']> = {},
): Promise<{ orderId: string; number: string }> {
  const orderId = randomUUID();
  taken += 1;
  const number = `E2E${process.pid}-${taken}`;
  await dispatcher.command('order.intake', {
    orderId,
    number,
    areaId: 'gulou',
    type: 'install',
    accessType: 'FTTH',
    subscribedMbps: 100,
    durationMin: 30,
    estate: '金丝雀苑',
    place: { point: HOME, precision: 'rooftop', uncertaintyM: 20 },
    customer: { name: '张三丰', phone: '13805910123', address: '鼓楼区金丝雀路 7 号 301', note: '有狗' },
    ...given,
  });
  await dispatcher.command('order.dispatch', { orderId, technicianId });
  return { orderId, number };
}

/** Where the orders of `orderFor` are. */
export const HOME = { lng: 119.305, lat: 26.085 };
