import { describe, expect, it } from 'vitest';
import {
  type CertificateEvent,
  deriveStandardCertificatePeriods,
  highTechPeriod,
  type StandardCertificate,
} from './certificate-status.ts';
import { statusOn } from './status-timeline.ts';

const golden: [
  what: string,
  certificate: StandardCertificate,
  events: CertificateEvent[],
  periods: string[],
  remark?: RegExp,
][] = [
  [
    '§14.14: the old edition ends with 2025',
    { edition: '2013', issuedOn: '2023-08-02', expiresOn: '2026-08-01' },
    [],
    ['valid 2023-08-02', 'edition-ended 2026-01-01'],
    /晚于2025-12-31/,
  ],
  [
    'the old edition that expired before',
    { edition: '2013', issuedOn: '2020-08-02' },
    [],
    ['valid 2020-08-02', 'expired 2023-08-02'],
  ],
  [
    'the old edition that ends on the last day',
    { edition: '2013', issuedOn: '2023-01-01', expiresOn: '2025-12-31' },
    [],
    ['valid 2023-01-01', 'expired 2026-01-01'],
  ],
  [
    'the new edition',
    { edition: '2023', issuedOn: '2024-08-02', expiresOn: '2027-08-01' },
    [],
    ['valid 2024-08-02', 'expired 2027-08-02'],
  ],
  ['another standard', { edition: null, issuedOn: '2023-08-02' }, [], ['valid 2023-08-02', 'expired 2026-08-02']],
  [
    'suspended and resumed',
    { edition: '2023', issuedOn: '2024-08-02' },
    [
      { type: 'resumed', on: '2025-09-01' },
      { type: 'suspended', on: '2025-06-01' },
    ],
    ['valid 2024-08-02', 'suspended 2025-06-01', 'valid 2025-09-01', 'expired 2027-08-02'],
  ],
  [
    'revoked',
    { edition: '2023', issuedOn: '2024-08-02' },
    [{ type: 'revoked', on: '2025-06-01' }],
    ['valid 2024-08-02', 'revoked 2025-06-01'],
  ],
  [
    'resumed after revocation',
    { edition: '2023', issuedOn: '2024-08-02' },
    [
      { type: 'cancelled', on: '2025-06-01' },
      { type: 'resumed', on: '2025-07-01' },
    ],
    ['valid 2024-08-02', 'cancelled 2025-06-01'],
    /矛盾/,
  ],
  [
    'issued to the old edition after its end',
    { edition: '2013', issuedOn: '2026-02-01' },
    [],
    ['edition-ended 2026-02-01'],
    /发证日晚于/,
  ],
];

describe('deriveStandardCertificatePeriods', () => {
  it.each(golden)('%s', (_what, certificate, events, expected, remark) => {
    const { periods, remarks } = deriveStandardCertificatePeriods(certificate, events);
    expect(periods.map((period) => `${period.status} ${period.from}`)).toEqual(expected);
    if (remark) expect(remarks.join('\n')).toMatch(remark);
    else expect(remarks).toEqual([]);
  });
  it('answers for a day', () => {
    const { periods } = deriveStandardCertificatePeriods({
      edition: '2013',
      issuedOn: '2023-08-02',
      expiresOn: '2026-08-01',
    });
    expect(statusOn(periods, '2025-12-31')).toBe('valid');
    expect(statusOn(periods, '2026-01-01')).toBe('edition-ended');
    expect(periods.at(-1)!.reason).toContain('公告2023年第27号');
  });
});

describe('highTechPeriod', () => {
  it.each([
    ['2023-11-06', undefined, '2026-11-05', 0],
    ['2023-11-06', '2026-11-06', '2026-11-06', 0],
    ['2023-11-06', '2026-12-31', '2026-12-31', 1],
    ['2012-05-21', null, '2015-05-20', 0],
  ])('issued %s, printed %s: to %s', (issuedOn, printed, to, remarks) => {
    const period = highTechPeriod(issuedOn, printed);
    expect(period).toMatchObject({ from: issuedOn, to });
    expect(period.remarks.length).toBe(remarks);
  });
});
