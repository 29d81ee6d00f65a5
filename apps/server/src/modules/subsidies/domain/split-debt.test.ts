import fc from 'fast-check';
import { expect, it } from 'vitest';
import { splitDebt } from './split-debt.ts';

it('uses up the instalments line by line', () => {
  const debts = splitDebt(
    50,
    [
      { dueOn: '2027-01-31', amountFen: 25 },
      { dueOn: '2027-06-30', amountFen: 25 },
    ],
    [
      { id: 'a', paidFen: 30 },
      { id: 'b', paidFen: 40 },
    ],
  );
  expect(debts).toEqual([
    {
      lineId: 'a',
      amountFen: 30,
      instalments: [
        { dueOn: '2027-01-31', amountFen: 25 },
        { dueOn: '2027-06-30', amountFen: 5 },
      ],
    },
    { lineId: 'b', amountFen: 20, instalments: [{ dueOn: '2027-06-30', amountFen: 20 }] },
  ]);
});

it('loses and invents no fen', () => {
  const amount = fc.integer({ min: 1, max: 1_000_000 });
  fc.assert(
    fc.property(
      fc.array(amount, { minLength: 1, maxLength: 6 }),
      fc.array(amount, { minLength: 1, maxLength: 6 }),
      (paid, parts) => {
        const total = Math.min(
          paid.reduce((a, b) => a + b, 0),
          parts.reduce((a, b) => a + b, 0),
        );
        const instalments: { dueOn: string; amountFen: number }[] = [];
        for (let left = total, at = 0; left > 0; at++) {
          const fen = Math.min(left, parts[at] as number);
          instalments.push({ dueOn: '2027-01-31', amountFen: fen });
          left -= fen;
        }
        const debts = splitDebt(
          total,
          instalments,
          paid.map((paidFen, id) => ({ id: String(id), paidFen })),
        );
        expect(debts.reduce((sum, one) => sum + one.amountFen, 0)).toBe(total);
        for (const one of debts) {
          expect(one.amountFen).toBeLessThanOrEqual(paid[Number(one.lineId)] as number);
          expect(one.instalments.reduce((sum, part) => sum + part.amountFen, 0)).toBe(one.amountFen);
        }
      },
    ),
  );
});
