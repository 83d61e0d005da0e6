import type { AreaId, Instant } from '#domain/base/brand.ts';
import type { Random } from '#domain/base/random.ts';
import type { OrderCommands } from '#domain/order/order-command.ts';
import type { AccessType, CustomerClass, OrderType, Region } from '#domain/order/order-type.ts';
import { type DemoEstate, estateAddress } from './city/estates.ts';
import { inventedName, inventedPhone } from './names.ts';

export interface DemoOrder {
  intake: OrderCommands['order.intake'];
  customer: { name: string; phone: string; address: string; note: string };
}

const TYPES: readonly OrderType[] = [
  ...Array<OrderType>(9).fill('fault'),
  ...Array<OrderType>(8).fill('install'),
  'remove',
  'inspection',
];
const ACCESS: readonly AccessType[] = ['FTTH', 'FTTH', 'FTTH', 'FTTH', 'FTTH', 'LAN', 'LAN', 'xDSL'];
const CLASSES: readonly CustomerClass[] = [
  ...Array<CustomerClass>(14).fill('public'),
  'group',
  'sme',
  'vip',
  'important',
];
const SPEEDS = [100, 200, 300, 500, 1000] as const;
const NOTES: Readonly<Partial<Record<OrderType, readonly string[]>>> = {
  fault: ['光猫红灯', '频繁掉线', '网速慢', '无法上网', 'ITV 卡顿', '换路由器后不通'],
  install: ['新装修,需走明线', '有弱电箱', '需预约下班后', '已有光猫', ''],
};

/** An endless stream of invented orders for the estates of a city; the same random gives the same orders. */
export function orderStream(
  estates: readonly DemoEstate[],
  areaOf: (estate: DemoEstate) => { id: AreaId; region: Region },
  day: string,
  random: Random,
) {
  let count = 0;
  const pick = <T>(from: readonly T[]): T => from[random.below(from.length)]!;
  return {
    /** The next order, taken in at `intakeAt`; `id` makes its identifier. */
    next(intakeAt: Instant, id: string): DemoOrder {
      count++;
      const estate = pick(estates);
      const area = areaOf(estate);
      const type = pick(TYPES);
      const building = 1 + random.below(28);
      const unit = 1 + random.below(4);
      const room = (1 + random.below(24)) * 100 + 1 + random.below(4);
      const located = random.below(40) !== 0;
      return {
        intake: {
          orderId: id,
          number: `FZ${day.replaceAll('-', '')}${String(count).padStart(4, '0')}`,
          areaId: area.id,
          type,
          region: area.region,
          customerClass: pick(CLASSES),
          emergencyLine: type === 'fault' && random.below(60) === 0,
          accessType: pick(ACCESS),
          subscribedMbps: type === 'install' || type === 'fault' ? pick(SPEEDS) : null,
          estate: estate.name,
          place: located
            ? {
                point: {
                  lng: round(estate.lng + (random.unit() - 0.5) * 0.003),
                  lat: round(estate.lat + (random.unit() - 0.5) * 0.003),
                },
                precision: 'rooftop',
                uncertaintyM: 20,
              }
            : null,
          missing: [],
          hasPhone: true,
          preferredStarts: [],
          detailsRecorded: type === 'fault',
          ...(type === 'remove' ? { churnReason: '搬家', retentionLevel: 3 as const } : {}),
          intakeAt,
        },
        customer: {
          name: inventedName(random),
          phone: inventedPhone(random),
          address: estateAddress(estate, building, unit, room),
          note: pick(NOTES[type] ?? ['']),
        },
      };
    },
  };
}

function round(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
