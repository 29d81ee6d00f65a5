import { type Policy, policySchema } from '@jince/entitlements';

export interface Beginning {
  readonly code: string;
  readonly title: string;
  readonly issuer: string;
  readonly fund: string;
  readonly today: string;
}

/** A policy to begin with: one item whose blanks analysis points at until they are filled. */
export function policySkeleton({ code, title, issuer, fund, today }: Beginning): Policy {
  const year = Number(today.slice(0, 4));
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  return policySchema.parse({
    code,
    title,
    issuer,
    fund,
    year,
    effectiveFrom: today,
    windows: [{ from: today, to: last }],
    items: [
      {
        code: 'item-1',
        name: '（条款名称）',
        clause: '（依据条款）',
        text: '（条文）',
        trigger: 'madrid-registration',
        beneficiaries: ['enterprise'],
        achievement: {
          subject: 'madrid',
          collection: 'madrid',
          rule: 'madrid.valid',
          dateFact: 'registeredOn',
          keyFact: 'irNo',
          label: '马德里国际注册',
        },
        achieved: { from: first, to: last },
        amount: { type: 'fixed', fen: 0 },
        publicityWorkingDays: 7,
      },
    ],
  });
}
