/** What can be wrong with an identifier. The sentences are in problems.ts. */
export type IdentifierProblem =
  | 'empty'
  | 'length'
  | 'alphabet'
  | 'format'
  | 'check-digit'
  | 'missing-check-digit'
  | 'organisation-code'
  | 'type-digit'
  | 'year'
  | 'region'
  | 'range'
  | 'kind-code'
  | 'foreign'
  | 'spreadsheet-number';

/**
 * Every parser answers with this shape. `value` is the canonical form when ok, else the tidied input for display.
 * A `suggestion` is a canonical form a person may accept; no parser ever applies it by itself.
 */
export type IdentifierResult<Details extends object = object> =
  | ({ ok: true; value: string; problem?: undefined; suggestion?: undefined } & Details)
  | ({ ok: false; value: string; problem: IdentifierProblem; suggestion?: string } & Partial<Details>);

/** The failing half of {@link IdentifierResult}. */
export type IdentifierFailure = { ok: false; value: string; problem: IdentifierProblem; suggestion?: string };

/** Builds a failure without an `undefined` suggestion key. */
export function failure(value: string, problem: IdentifierProblem, suggestion?: string): IdentifierFailure {
  return suggestion === undefined ? { ok: false, value, problem } : { ok: false, value, problem, suggestion };
}

/** A spreadsheet has turned the code into a number: 2.02110E+11. Digits are lost, so nothing can be suggested. */
export function looksLikeSpreadsheetNumber(compact: string): boolean {
  return /^\d(?:\.\d+)?E\+?\d{1,2}$/.test(compact);
}
