import { createEvaluator, type Evaluator, type FactRow, parseRule } from '@jince/rules';
import { type BenchLine, round } from './bench-world.ts';
import { benchCatalogue, benchSubjects, RULES } from './rules-data.ts';
import { jsonRulesPeer, type Peer, peerFacts, zenPeer } from './rules-peers.ts';

const AS_OF = '2026-11-22';
/** Passes are short and many, so that on a busy machine some of each run undisturbed; the best of each counts. */
const ROUNDS = 40;
const SUBJECTS = 10_000;
const PEER_SUBJECTS = 400;
const CHECKED = 2_000;
const EXPLAINED = 400;
const BAR_SUBJECTS = 100_000;
const BAR_RATIO = 20;

function evaluators(): Evaluator[] {
  return RULES.map((text) => {
    const parsed = parseRule(text, { catalogue: benchCatalogue, subject: 'enterprise' });
    if (!parsed.ok) throw new Error(`${text}: ${parsed.problems[0]?.en}`);
    return createEvaluator(parsed.rule);
  });
}

interface Racer {
  readonly subjects: number;
  readonly pass: () => void | Promise<void>;
  best: number;
}

/** Subjects per second of each, in turns. */
async function race(racers: readonly Racer[]): Promise<void> {
  for (let round = 0; round < ROUNDS; round++)
    for (const racer of racers) {
      const started = performance.now();
      await racer.pass();
      racer.best = Math.max(racer.best, racer.subjects / ((performance.now() - started) / 1000));
    }
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
  let kept = 0;
  const ours: Racer = {
    subjects: SUBJECTS,
    best: 0,
    pass() {
      for (const row of subjects) for (const evaluate of rules) kept += evaluate(row, AS_OF).outcomes.length;
    },
  };
  const explaining: Racer = {
    subjects: EXPLAINED,
    best: 0,
    pass() {
      for (const row of subjects.slice(0, EXPLAINED))
        for (const evaluate of rules) kept += evaluate(row, AS_OF).explain().children.length;
    },
  };
  const facts = subjects.slice(0, PEER_SUBJECTS).map(peerFacts);
  const peers = [zenPeer(), jsonRulesPeer()].map((peer) => ({
    peer,
    racer: {
      subjects: PEER_SUBJECTS,
      best: 0,
      async pass() {
        for (const one of facts) await peer.run(one);
      },
    } satisfies Racer,
  }));
  for (const { peer } of peers) await checkSame(rules, peer, subjects.slice(0, CHECKED));
  await race([ours, explaining, ...peers.map(({ racer }) => racer)]);
  if (kept === 0) throw new Error('nothing was evaluated');
  const best = peers.toSorted((a, b) => b.racer.best - a.racer.best)[0]!;
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
      Math.round(ours.best),
      'subjects/s',
      best.peer.name,
      Math.round(best.racer.best),
      BAR_SUBJECTS,
    ),
    ...peers.map(({ peer, racer: { best: theirs } }) =>
      line(
        'the same, how many times the peer',
        round(ours.best / theirs),
        '×',
        peer.name,
        Math.round(theirs),
        BAR_RATIO,
      ),
    ),
    line(
      'rules for one subject, one by one',
      Math.round(ours.best * RULES.length),
      'evaluations/s',
      best.peer.name,
      Math.round(best.racer.best * RULES.length),
      BAR_SUBJECTS,
    ),
    line(
      'the same with the whole explanation written: sentences, inputs, deciding items',
      Math.round(explaining.best),
      'subjects/s',
      best.peer.name,
      Math.round(best.racer.best),
      Math.round(best.racer.best),
    ),
  ];
}
