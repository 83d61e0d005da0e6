import { describe, expect, it } from 'vitest';
import { blank, intakeOf, lackingIn, placeOfEstate, type Typed } from '#app/intake/typed.ts';
import { commandSchemas, parse } from '#protocol/schema.ts';
import { Story } from '#tests/support/story.ts';

const given = { orderId: 'o1', number: 'ZD1', place: null, previousPlace: null };
const typed = (type: Typed['type'], more: Partial<Typed> = {}): Typed => ({
  ...blank(type, 'gulou'),
  name: '林小满',
  ...more,
});

describe('what is typed at the intake', () => {
  it('is a command that the server can read, for every type and with every field', () => {
    const full: Partial<Typed> = {
      phone: '138 0591 0123',
      address: '金丝雀路 7 号 301',
      estate: '金丝雀苑',
      previousAddress: '金丝雀路 3 号 102',
      previousEstate: '金丝雀苑',
      contactPerson: '王阿姨',
      accessNotes: '门口登记',
      said: '网页打不开',
      accountKnown: true,
      mbps: '300',
      preferred: '2026-03-11T1430',
      churnReason: '搬家',
      retentionLevel: '2',
    };
    for (const type of [
      'install',
      'move',
      'remove',
      'fault',
      'complaint',
      'suggestion',
      'consult',
    ] as const) {
      const command = intakeOf(typed(type, full), given);
      const read = parse(commandSchemas['order.intake'], command);
      expect(read.ok, type).toBe(true);
      expect(command.preferredStarts).toEqual([Date.parse('2026-03-11T14:30:00+08:00')]);
    }
  });

  it('[INTK-01] an install says what it still lacks; with everything given nothing is missing', () => {
    expect(lackingIn(typed('install'))).toEqual(['account', 'address', 'contactPhone']);
    const whole = typed('install', { accountKnown: true, address: '7 号', phone: '13805910123' });
    expect(lackingIn(whole)).toEqual([]);
    expect(intakeOf(whole, given)).not.toHaveProperty('missing');
  });

  it('[INTK-06] a fault lacks nothing but its symptom', () => {
    expect(lackingIn(typed('fault'))).toEqual(['symptom']);
    expect(intakeOf(typed('fault', { said: '红灯' }), given)).toMatchObject({ detailsRecorded: true });
  });

  it('[SITE-11] only a move leaves an address', () => {
    expect(intakeOf(typed('install', { previousAddress: '3 号' }), given).customer).not.toHaveProperty(
      'previousAddress',
    );
    expect(intakeOf(typed('move', { previousEstate: '旧苑' }), given).moveFrom).toMatchObject({
      areaId: 'gulou',
      estate: '旧苑',
    });
  });

  it('is placed by another order of its estate, as uncertain as an estate is large', () => {
    const known = {
      ...Story.accepted().now,
      estate: '金丝雀苑',
      place: { point: { lng: 119.3, lat: 26.08 }, precision: 'rooftop', uncertaintyM: 20 },
    } as const;
    expect(placeOfEstate('金丝雀苑', [known])).toEqual({
      point: { lng: 119.3, lat: 26.08 },
      precision: 'community',
      uncertaintyM: 200,
    });
    expect(placeOfEstate('别处', [known])).toBeNull();
    expect(placeOfEstate(' ', [{ ...known, estate: ' ' }])).toBeNull();
  });
});
