import { AppError } from '../../../platform/errors/errors.ts';

/** Fen as people write them: `12,345.60元`. */
export function yuanText(fen: number): string {
  const [whole, cents] = (Math.abs(fen) / 100).toFixed(2).split('.') as [string, string];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${fen < 0 ? '-' : ''}${grouped}${cents === '00' ? '' : `.${cents}`}元`;
}

/** @throws AppError funds.amount.invalid unless it is a whole number of fen above 0 that a double holds exactly */
export function requireFen(fen: number): void {
  if (!Number.isSafeInteger(fen) || fen <= 0) throw new AppError('funds.amount.invalid', { amount: String(fen) });
}
