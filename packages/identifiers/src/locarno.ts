import { failure, type IdentifierResult } from './result.ts';
import { compactCode } from './text.ts';

export type LocarnoDetails = { class: number; subclass: string; edition: number | undefined };

/** Locarno classification of designs: `14-02`, `14-02(13)`, `LOC(13) Cl. 14-02`, `1402`, `14.02`. `value` is `14-02`. */
export function parseLocarno(input: string): IdentifierResult<LocarnoDetails> {
  const compact = compactCode(input);
  if (compact === '') return failure(compact, 'empty');
  const match = /^(?:LOC)?(?:\((\d{1,2})\))?(?:CL\.?)?(\d{1,2})[-.]?(\d{2})(?:\((\d{1,2})\))?$/.exec(compact);
  if (!match) return failure(compact, 'format');
  const number = Number(match[2]);
  const edition = match[1] ?? match[4];
  const value = `${String(number).padStart(2, '0')}-${match[3]}`;
  if (number < 1 || number > 32) return failure(value, 'range');
  return { ok: true, value, class: number, subclass: match[3]!, edition: edition ? Number(edition) : undefined };
}
