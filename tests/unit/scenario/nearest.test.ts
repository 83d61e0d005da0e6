import { expect, it } from 'vitest';
import { nearest } from '#domain/scenario/nearest.ts';
import { STANDARD_IDS } from '#domain/standard/catalogue.ts';

it.each([
  ['mobile', 'mobile-2015'],
  ['Tietong', 'tietong-fujian-2015'],
  ['mobile-2014', 'mobile-2015'],
  ['telekom', 'telecom'],
])('the standard nearest to %s is %s', (word, name) => {
  expect(nearest(word, STANDARD_IDS)).toBe(name);
});
