import { createEvaluator, type Evaluator, type FactRow, parseRule } from '@jince/rules';
import { type BenchLine, round } from './bench-world.ts';
import { benchCatalogue, benchSubjects, RULES } from './rules-data.ts';
import { jsonRulesPeer, type Peer, peerFacts, zenPeer } from './rules-peers.ts';

const AS_OF = '2026-11-22';
const SUBJECTS = 50_000;
const PEER_SUBJECTS = 2_000;
const EXPLAINED = 2_000;
const ROUNDS = 5;
const BAR_SUBJECTS = 100_000;
const BAR_RATIO = 20;

function evaluators(): Evaluator[] {
  return RULES.map((text) => {
    const parsed = parseRule(text, { catalogue: benchCatalogue, subject: 'enterprise' });
    if (!parsed.ok) throw new Error(`${text}: ${parsed.problems[0]?.en}`);
    return createEvaluator(parsed.rule);
  });
}

/** Best of the rounds, in subjects per second; the first rounds warm up. */
function fastest(subjects: number, pass: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < ROUNDS; i++) {
    const started = performance.now();
    pass();
    best = Math.min(best, performance.now() - started);
  }
  return subjects / (best / 1000);
}

async function fastestPeer(peer: Peer, facts: readonly object[]): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < ROUNDS; i++) {
    const started = performance.now();
    for (const one of facts) await peer.run(one);
    best = Math.min(best, performance.now() - started);
  }
  return facts.length / (best / 1000);
}

/** All three must find the same rules true of the same subjects, or the figures mean nothing. */
async function checkSame(rules: readonly Evaluator[], peer: Peer, subjects: readonly FactRow[]): Promise<void> {
  const met = RULES.map(() => 0);
  for (const row of subjects) {
    const theirs = await peer.run(peerFacts(row));
    rules.forEach((evaluate, i) => {
      const ours = evaluate(row, AS_OF).value === true;
      if (ours !== theirs[i])
        throw new Error(`${peer.name}: another outcome of "${RULES[i]}" for ${JSON.stringify(row)}`);
      if (ours) met[i]! += 1;
    });
  }
  if (met.some((count) => count === 0 || count === subjects.length)) throw new Error(`a rule decides nothing: ${met}`);
}

/** Eight rules over subjects on one core, with the outcome of every condition, beside two rule engines with their traces. */
export async function runRulesBench(): Promise<BenchLine[]> {
  const rules = evaluators();
  const subjects = benchSubjects(SUBJECTS);
  const some = subjects.slice(0, PEER_SUBJECTS);
  const peers: { peer: Peer; speed: number }[] = [];
  for (const peer of [zenPeer(), jsonRulesPeer()]) {
    await checkSame(rules, peer, some);
    peers.push({ peer, speed: await fastestPeer(peer, some.map(peerFacts)) });
  }
  let kept = 0;
  const speed = fastest(SUBJECTS, () => {
    for (const row of subjects) for (const evaluate of rules) kept += evaluate(row, AS_OF).outcomes.length;
  });
  const explained = fastest(EXPLAINED, () => {
    for (const row of subjects.slice(0, EXPLAINED))
      for (const evaluate of rules) kept += evaluate(row, AS_OF).explain().children.length;
  });
  if (kept === 0) throw new Error('nothing was evaluated');
  const best = peers.toSorted((a, b) => b.speed - a.speed)[0]!;
  const line = (
    metric: string,
    value: number,
    unit: string,
    peer: string,
    peerValue: number,
    bar: number,
  ): BenchLine => ({
    bench: 'rules',
    metric,
    value,
    unit,
    peer,
    peerValue,
    bar,
    met: value >= bar,
  });
  return [
    line(
      'subjects through all eight rules, outcome of each condition, one core',
      Math.round(speed),
      'subjects/s',
      best.peer.name,
      Math.round(best.speed),
      BAR_SUBJECTS,
    ),
    ...peers.map(({ peer, speed: theirs }) =>
      line('the same, how many times the peer', round(speed / theirs), '×', peer.name, Math.round(theirs), BAR_RATIO),
    ),
    line(
      'rules for one subject, one by one',
      Math.round(speed * RULES.length),
      'evaluations/s',
      best.peer.name,
      Math.round(best.speed * RULES.length),
      BAR_SUBJECTS,
    ),
    line(
      'the same with the whole explanation written: sentences, inputs, deciding items',
      Math.round(explained),
      'subjects/s',
      best.peer.name,
      Math.round(best.speed),
      Math.round(best.speed),
    ),
  ];
}
