import { describe, expect, it } from 'vitest';
import { judgeKit, kitFor } from '#domain/checklist/kit.ts';
import { resolveStandard } from '#domain/standard/catalogue.ts';

const kit = (standardId: string, accessType: 'FTTH' | 'xDSL' | 'LAN' = 'FTTH') =>
  kitFor({ accessType }, resolveStandard(standardId));

describe('what is carried to a customer', () => {
  it('[SITE-03] 中国移动 names seven ones', () => {
    expect(kit('mobile-2015')).toEqual([
      'tool_set',
      'shoe_covers',
      'pad_cloth',
      'rag',
      'rubbish_bag',
      'service_record_sheet',
      'spare_parts',
    ]);
  });

  it('[SITE-04] 铁通’s six ones of the service discipline are all in its list', () => {
    expect(kit('tietong-fujian-2015')).toEqual(
      expect.arrayContaining([
        'shoe_covers',
        'pad_cloth',
        'rubbish_bag',
        'cloth',
        'service_card',
        'work_receipt',
      ]),
    );
  });

  it('[SITE-05] the other six ones of the same document add the badge: seven in all', () => {
    expect(kit('tietong-fujian-2015')).toContain('badge');
    expect(kit('tietong-fujian-2015')).toHaveLength(7);
  });

  it('[SITE-06] copper needs its tools, fibre has none named', () => {
    expect(kit('unicom-2013', 'xDSL')).toEqual(
      expect.arrayContaining(['pair_tester', 'xdsl_tester', 'laptop']),
    );
    expect(kit('unicom-2013', 'LAN')).toContain('RJ45_RJ11_crimper');
    expect(kit('unicom-2013', 'FTTH')).not.toContain('xdsl_tester');
  });

  it('[VRFY-02] what does not belong to the order’s kit is not missed', () => {
    const standard = resolveStandard('mobile-2015');
    expect(judgeKit({ accessType: 'FTTH' }, ['xdsl_tester'], undefined, standard)).toEqual([]);
    expect(judgeKit({ accessType: 'FTTH' }, ['rag'], undefined, standard)[0]?.kind).toBe('block');
    expect(judgeKit({ accessType: 'FTTH' }, ['rag'], 'in the washing', standard)[0]?.kind).toBe('warning');
  });
});
