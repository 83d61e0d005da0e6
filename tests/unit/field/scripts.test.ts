import { expect, it } from 'vitest';
import { appointScript } from '#app/field/scripts.ts';

const said = (type: 'install' | 'fault' | 'complaint') =>
  appointScript({ type, standardId: 'tietong-fujian-2015' }, '李工');

it('offers a visit to who ordered one, and none to who complains', () => {
  expect(said('install')).toContain('上门为您装机');
  expect(said('fault')).toContain('需要检修');
  expect(said('complaint')).toContain('核实');
  expect(said('complaint')).not.toContain('上门');
});
