import { expect, it } from 'vitest';
import { typedDecimal } from '#app/field/typed-decimal.ts';

it.each([
  ['12', '12.', '12.'],
  ['12.', '12.5', '12.5'],
  ['12.5', '12.5.', '12.5'],
  ['12.5', '1.2.5', '12.5'],
  ['', '￥30 元', '30'],
  ['3', '', ''],
])(
  'an amount %j that becomes %j is %j: what was charged never gets lost in a number that is none',
  (before, after, held) => {
    expect(typedDecimal(before, after)).toBe(held);
  },
);
