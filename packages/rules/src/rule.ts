import type { Catalogue } from './catalogue.ts';
import type { Expr } from './expression.ts';

/** A leaf of the and/or/not tree at the top of a rule: its sentence and its place in the text. */
export interface RuleCondition {
  readonly zh: string;
  readonly en: string;
  readonly from: number;
  readonly to: number;
}

/** A checked rule; made by {@link parseRule}, never changed. */
export interface Rule {
  /** As written. */
  readonly text: string;
  /** The same for all ways of writing the same rule; parses to the same rule. A key for caches. */
  readonly canonical: string;
  readonly subject: string;
  readonly type: 'bool' | 'number' | 'date';
  /** Full names of the facts it reads, of the subject and of items, in order of appearance. */
  readonly facts: readonly string[];
  /** Full names of the collections it looks into. */
  readonly collections: readonly string[];
  /** Subject kind → paths of the facts needed of it; always has the rule's own subject and those of its collections. */
  readonly uses: ReadonlyMap<string, ReadonlySet<string>>;
  /** Whether its outcome depends on the day itself and not only through facts. */
  readonly usesToday: boolean;
  /** Empty unless the type is bool. */
  readonly conditions: readonly RuleCondition[];
  readonly catalogue: Catalogue;
  /** The checked expression; for the faces of this package. */
  readonly body: Expr;
}
