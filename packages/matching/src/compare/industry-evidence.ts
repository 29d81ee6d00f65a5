import { ipcScopeWords } from '../data/ipc-scope-words.ts';

const wordsByClass = new Map(Object.entries(ipcScopeWords).map(([symbol, words]) => [symbol, words.split(' ')]));

export interface IndustryEvidence {
  level: 'fits' | 'silent';
  bits: number;
  symbol: string;
  word: string;
}

/**
 * Does a business scope (or industry name) speak of the field of an IPC symbol? Weak evidence: +1.5 bits when it does,
 * −0.5 when a known class finds no word; undefined when nothing can be said.
 */
export function industryEvidence(ipc: string | undefined, scope: string | undefined): IndustryEvidence | undefined {
  if (!ipc || !scope) return undefined;
  let silent: IndustryEvidence | undefined;
  for (const found of ipc.toUpperCase().matchAll(/[A-H]\d\d/g)) {
    const symbol = found[0];
    const words = wordsByClass.get(symbol);
    if (!words) continue;
    const word = words.find((candidate) => scope.includes(candidate));
    if (word) return { level: 'fits', bits: 1.5, symbol, word };
    silent = { level: 'silent', bits: -0.5, symbol, word: '' };
  }
  return silent;
}
