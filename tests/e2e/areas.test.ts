import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from '#tests/support/e2e-accessibility.ts';
import { orderFor, personAt } from '#tests/support/e2e-people.ts';

test('[RESP-02] somebody leaves an area: the successor has the work, the page says who took over, also on a phone', async ({
  browser,
}) => {
  const dispatcher = await personAt(browser, 'dispatcher', '/settings/areas');
  const { orderId } = await orderFor(dispatcher, 't007');
  const { page } = dispatcher;
  const card = page.locator('[data-area="gulou"]');
  await expect(card).toContainText('T007');
  await expect(page.locator('[data-area="mawei"]'), 'another area is nobody’s business here').toHaveCount(0);

  await card.getByText('人员离开片区').click();
  const choose = async (label: string, number: string) => {
    await card.getByRole('combobox', { name: label }).click();
    await page.getByRole('option', { name: number }).click();
  };
  await choose('离开的人员', 'T007');
  await choose('接任人', 'T006');
  await card.getByRole('button', { name: '离开并交接' }).click();
  await expect(card).toContainText('离开片区，由');
  await expect(card.locator('dd').last()).not.toContainText('T007');
  await expectAccessible(page);

  const answer = await dispatcher.context.request.get(`/api/v1/orders/${orderId}`);
  const { order, technicians } = await answer.json();
  expect(order.technicianId).toBe('t006');
  expect(technicians.map(({ id }: { id: string }) => id).toSorted()).toEqual(['t006', 't007']);

  await page.setViewportSize({ width: 360, height: 740 });
  await expectNoSidewaysScroll(page);
  await dispatcher.context.close();
});
