/** Where money of a budget line is. `source` and `returned` give (their balances are negative), the others hold. */
export type Account = 'source' | 'available' | 'committed' | 'paid' | 'returned' | 'treasury';

export interface Side {
  readonly account: Account;
  readonly amountFen: number;
}

/** What becomes of money that comes back: it goes on to the treasury, or may be spent again. */
export type ReturnRule = 'treasury' | 'available';

/** A line's balances in fen; `paid` and `returned` are everything ever paid and returned. */
export interface Balances {
  readonly appropriated: number;
  readonly available: number;
  readonly committed: number;
  readonly paid: number;
  readonly returned: number;
  readonly surrendered: number;
}

export const NOTHING: Balances = { appropriated: 0, available: 0, committed: 0, paid: 0, returned: 0, surrendered: 0 };

const move = (from: Account, to: Account, fen: number): readonly Side[] => [
  { account: from, amountFen: -fen },
  { account: to, amountFen: fen },
];

/** Sides of each movement; every one sums to nought. Amounts are whole fen above 0 (an appropriation may be below). */
export const sides = {
  appropriate: (fen: number) => move('source', 'available', fen),
  commit: (fen: number) => move('available', 'committed', fen),
  free: (fen: number) => move('committed', 'available', fen),
  pay: (fen: number) => move('committed', 'paid', fen),
  giveBack: (fen: number, rule: ReturnRule) => move('returned', rule, fen),
  /** An item's own line that begins with what the fund already holds for the item. */
  openItem(ceilingFen: number, held: Pick<Balances, 'committed' | 'paid' | 'returned' | 'surrendered'>) {
    const all: readonly Side[] = [
      { account: 'source', amountFen: -ceilingFen },
      {
        account: 'available',
        amountFen: ceilingFen + held.returned - held.surrendered - held.committed - held.paid,
      },
      { account: 'committed', amountFen: held.committed },
      { account: 'paid', amountFen: held.paid },
      { account: 'returned', amountFen: -held.returned },
      { account: 'treasury', amountFen: held.surrendered },
    ];
    return all.filter((side) => side.amountFen !== 0);
  },
} as const;

const COLUMN: Readonly<Record<Account, readonly [keyof Balances, 1 | -1]>> = {
  source: ['appropriated', -1],
  available: ['available', 1],
  committed: ['committed', 1],
  paid: ['paid', 1],
  returned: ['returned', -1],
  treasury: ['surrendered', 1],
};

/** What sides do to the balances of a line. */
export function changeOf(list: readonly Side[]): Balances {
  const change = { ...NOTHING };
  for (const { account, amountFen } of list) {
    const [column, sign] = COLUMN[account];
    // No minus nought.
    change[column] += sign * amountFen || 0;
  }
  return change;
}
