import type { Evaluation, TraceNode } from '@jince/rules';
import type { Award } from './settle-subject.ts';
import type { AmountStep } from './steps.ts';

export interface Entitlement {
  readonly item: string;
  readonly name: string;
  readonly clause: string;
  readonly key: string;
  readonly achievedOn: string | null;
  readonly label: string;
  readonly fen: number;
  readonly steps: readonly AmountStep[];
  /** How the rule over the subject came out, written when it is first read. */
  readonly eligibility: TraceNode;
  /** The same for the rule over the achievement. */
  readonly achievement: TraceNode;
}

/** An entitlement whose traces are written when somebody reads them. */
export class FoundEntitlement implements Entitlement {
  readonly item: string;
  readonly name: string;
  readonly clause: string;
  readonly key: string;
  readonly achievedOn: string | null;
  readonly label: string;
  readonly fen: number;
  readonly steps: readonly AmountStep[];
  readonly #eligibility: Evaluation;
  readonly #achieved: Evaluation;

  constructor({ item: { item }, ...award }: Award, eligibility: Evaluation, achieved: Evaluation) {
    this.item = item.code;
    this.name = item.name;
    this.clause = item.clause;
    this.key = award.key;
    this.achievedOn = award.achievedOn;
    this.label = award.label;
    this.fen = award.fen;
    this.steps = award.steps ?? [];
    this.#eligibility = eligibility;
    this.#achieved = achieved;
  }

  get eligibility(): TraceNode {
    return this.#eligibility.explain();
  }

  get achievement(): TraceNode {
    return this.#achieved.explain();
  }

  /** Whole, as a plain record would be written. */
  toJSON(): Entitlement {
    return { ...this, eligibility: this.eligibility, achievement: this.achievement };
  }
}
