import { describe, expect, it } from 'vitest';
import type { CodeSystem } from '../catalogue.ts';
import { coverOf, readCode } from './code-text.ts';

function covers(system: CodeSystem, written: string, stored: string): boolean {
  const read = readCode(system, written);
  if (!read.ok) throw new Error(`no code: ${written}`);
  const { exact, prefixes } = coverOf(system, [read.value]);
  return exact.includes(stored) || prefixes.some((prefix) => stored.startsWith(prefix));
}

describe('a code written in a rule', () => {
  it.each<[CodeSystem, string, string | undefined]>([
    ['industry', 'C1711', 'C1711'],
    ['industry', '1711', 'C1711'],
    ['industry', 'c17', 'C17'],
    ['industry', 'C', 'C'],
    ['industry', 'A17', undefined],
    ['industry', "C17' or true --", undefined],
    ['ipc', 'h01b 11/22', 'H01B11/22'],
    ['ipc', 'H01B11', 'H01B11'],
    ['ipc', 'H', 'H'],
    ['ipc', 'Y02E10/50', 'Y02E10/50'],
    ['ipc', 'Z01B', undefined],
    ['ipc', 'H01B11/2', undefined],
    ['ipc', 'H01%', undefined],
    ['strategic', '1.2.3', '1.2.3'],
    ['strategic', '1.%', undefined],
    ['place', '320509108', '320509108'],
    ['place', "x'y", undefined],
  ])('%s %s → %s', (system, text, value) => {
    const read = readCode(system, text);
    expect(read.ok ? read.value : undefined).toBe(value);
  });

  it('comes with the right letter when the section is wrong', () => {
    expect(readCode('industry', 'A17')).toEqual({ ok: false, suggestion: 'C17' });
  });
});

describe('a code covers', () => {
  it.each<[CodeSystem, string, string, boolean]>([
    ['industry', 'C17', 'C1711', true],
    ['industry', '17', 'C1711', true],
    ['industry', 'C17', '1711', true],
    ['industry', 'C', 'C1711', true],
    ['industry', 'C17', 'C1811', false],
    ['industry', 'C1711', 'C171', false],
    ['ipc', 'H01B', 'H01B11/22', true],
    ['ipc', 'H01', 'H01B11/22', true],
    ['ipc', 'H01B11', 'H01B11/22', true],
    ['ipc', 'H01B11', 'H01B11', true],
    ['ipc', 'H01B1', 'H01B11/22', false],
    ['ipc', 'H04L1', 'H04L12/28', false],
    ['ipc', 'H01B11/22', 'H01B11/22', true],
    ['ipc', 'H01B11/22', 'H01B11/2245', false],
    ['ipc', 'H01B11/00', 'H01B11', true],
    ['strategic', '1.2', '1.2.3', true],
    ['strategic', '1.2', '1.2', true],
    ['strategic', '1.2', '1.20.1', false],
    ['strategic', '1', '10.1', false],
  ])('%s %s and %s: %s', (system, written, stored, expected) => {
    expect(covers(system, written, stored)).toBe(expected);
  });
});
