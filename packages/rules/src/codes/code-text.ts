import { parseIndustryCode } from '@jince/identifiers';
import type { CodeSystem } from '../catalogue.ts';

/** IPC section to subgroup; CPC has a section Y more. */
const IPC = /^[A-HY](?:\d{2}(?:[A-Z](?:[1-9]\d{0,3}(?:\/\d{2,6})?)?)?)?$/;
const STRATEGIC = /^\d{1,2}(?:\.\d{1,2}){0,3}$/;

export type CodeReading =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly suggestion?: string };

/**
 * A code written in a rule as registers store it: industry with its section letter (`1711` → `C1711`), IPC compact
 * (`H01B 11/22` → `H01B11/22`), strategic industries dotted (`1.2.3`), places as they stand.
 */
export function readCode(system: CodeSystem, text: string): CodeReading {
  const compact = text.replace(/\s+/g, '').toUpperCase();
  switch (system) {
    case 'industry': {
      const parsed = parseIndustryCode(text);
      return parsed.ok ? { ok: true, value: parsed.value } : { ok: false, suggestion: parsed.suggestion };
    }
    case 'ipc':
      return IPC.test(compact) ? { ok: true, value: compact } : { ok: false };
    case 'strategic':
      return STRATEGIC.test(compact) ? { ok: true, value: compact } : { ok: false };
    case 'place':
      return /^[0-9A-Za-z-]{1,20}$/.test(text) ? { ok: true, value: text } : { ok: false };
  }
}

/** A stored code is covered when it equals one of `exact` or begins with one of `prefixes`. */
export interface CodeCover {
  readonly exact: readonly string[];
  readonly prefixes: readonly string[];
}

/**
 * What codes cover by the structure of their system. Industry: by digits, also of codes stored without their letter.
 * Strategic: whole steps (`1.2` covers `1.2.3`, not `1.20`). IPC: `H01B` its groups, `H01B11` the main group with its
 * subgroups (never H01B 110), a subgroup only itself, since subgroups nest by dots and not by digits.
 */
export function coverOf(system: CodeSystem, codes: readonly string[]): CodeCover {
  const exact: string[] = [];
  const prefixes: string[] = [];
  for (const code of codes) {
    if (system === 'industry') {
      prefixes.push(code);
      if (code.length > 1) prefixes.push(code.slice(1));
    } else if (system === 'strategic') {
      exact.push(code);
      prefixes.push(`${code}.`);
    } else if (code.length <= 4) {
      prefixes.push(code);
    } else if (!code.includes('/')) {
      exact.push(code);
      prefixes.push(`${code}/`);
    } else {
      exact.push(code);
      if (code.endsWith('/00')) exact.push(code.slice(0, -3));
    }
  }
  return { exact: [...new Set(exact)], prefixes: [...new Set(prefixes)] };
}
