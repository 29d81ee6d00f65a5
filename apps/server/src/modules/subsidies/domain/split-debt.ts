export interface Instalment {
  readonly dueOn: string;
  readonly amountFen: number;
}

export interface LineDebt {
  readonly lineId: string;
  readonly amountFen: number;
  readonly instalments: readonly Instalment[];
}

/**
 * Lays a debt with its instalments upon the lines it was paid by, in their order: each owes at most what it was paid, and
 * the instalments are used up one after the other. Sums are kept to the fen.
 */
export function splitDebt(
  amountFen: number,
  instalments: readonly Instalment[],
  lines: readonly { readonly id: string; readonly paidFen: number }[],
): LineDebt[] {
  const queue = instalments.map((one) => ({ ...one }));
  const debts: LineDebt[] = [];
  let left = amountFen;
  for (const line of lines) {
    const owed = Math.min(left, line.paidFen);
    if (owed <= 0) continue;
    left -= owed;
    const own: Instalment[] = [];
    for (let need = owed; need > 0; ) {
      const next = queue[0];
      if (next === undefined) break;
      const part = Math.min(need, next.amountFen);
      own.push({ dueOn: next.dueOn, amountFen: part });
      next.amountFen -= part;
      need -= part;
      if (next.amountFen === 0) queue.shift();
    }
    debts.push({ lineId: line.id, amountFen: owed, instalments: own });
  }
  return debts;
}
