import { describe, expect, it } from 'vitest';
import { addressOf, FIRST_VIEW, viewOf } from '#app/dispatch/state/view.ts';

describe('the view in the address', () => {
  it('is the same view when it is opened again', () => {
    const view = {
      ...FIRST_VIEW,
      date: '2028-02-29',
      zoom: 'half' as const,
      query: '考场',
      areas: ['gulou'],
    };
    expect(viewOf(addressOf(view))).toEqual(view);
  });

  it.each(['2026-99-99', '2026-02-30', '1999-12-31', '12026-01-01', 'tomorrow', ''])(
    'leaves the day at today where a link names none that there is: %s',
    (date) => {
      expect(viewOf(`date=${date}`).date).toBeNull();
    },
  );
});
