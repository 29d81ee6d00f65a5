#!/usr/bin/env node
/**
 * Repeats a published double-random draw without any part of Jince: node docs/repeat-draw.mjs draw.json
 * Exit code 0: everything agrees; 1: something does not; 2: the file cannot be read. How it works: docs/inspection-draw.md
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const sha256 = (text) => createHash('sha256').update(text, 'utf8').digest('hex');
const order = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const keys = Object.keys(value).sort(order);
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`;
}

function smallestTicket(seed, object) {
  const tickets = Array.from({ length: object.tickets }, (_, i) => sha256(`${seed}|object|${object.key}|${i + 1}`));
  return tickets.sort(order)[0];
}

function repeat(lists, seed) {
  const drawn = lists.objects
    .filter((object) => object.excluded === null && object.tickets > 0)
    .map((object) => ({ object: object.key, ticket: smallestTicket(seed, object) }))
    .sort((a, b) => order(a.ticket, b.ticket))
    .slice(0, lists.count);
  const pool = lists.officers.filter((officer) => officer.excluded === null).map((officer) => officer.key);
  const load = Object.fromEntries(pool.map((key) => [key, 0]));
  for (const one of drawn) {
    const barred = lists.conflicts.filter((c) => c.object === one.object).map((c) => c.officer);
    const ranked = pool
      .filter((key) => !barred.includes(key))
      .map((key) => ({ key, load: load[key], ticket: sha256(`${seed}|officer|${one.object}|${key}`) }))
      .sort((a, b) => a.load - b.load || order(a.ticket, b.ticket));
    one.officers = ranked.length < lists.officersPerObject ? [] : ranked.slice(0, lists.officersPerObject).map((o) => o.key);
    for (const key of one.officers) load[key] += 1;
  }
  return drawn;
}

let file;
try {
  file = JSON.parse(readFileSync(process.argv[2], 'utf8'));
} catch (error) {
  console.error(`Cannot read the draw: ${error.message}\nUsage: node docs/repeat-draw.mjs draw.json`);
  process.exit(2);
}
const listHash = sha256(canonical(file.lists));
const seed = sha256(`${file.secret}|${file.publicText}|${listHash}`);
const checks = [
  ['名单哈希 list hash', listHash === file.listHash],
  ['密钥承诺 commitment', sha256(file.secret) === file.commitment],
  ['随机种子 seed', seed === file.seed],
  ['抽取结果 result', canonical(repeat(file.lists, seed)) === canonical(file.result)],
];
for (const [what, ok] of checks) console.log(`${ok ? '✓' : '✗'} ${what}`);
const names = new Map([...file.lists.objects, ...file.lists.officers].map((one) => [one.key, one.name]));
for (const [at, one] of repeat(file.lists, seed).entries())
  console.log(`${at + 1}. ${names.get(one.object)}：${one.officers.map((key) => names.get(key)).join('、') || '（人工指派）'}`);
process.exit(checks.every(([, ok]) => ok) ? 0 : 1);
