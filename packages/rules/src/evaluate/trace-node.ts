import type { Bilingual } from '../catalogue.ts';
import type { Outcome } from './fact-row.ts';

/** A fact as a condition found it. */
export interface TraceInput {
  /** Name of the fact; absent for a computed value, such as a count of items. */
  readonly fact?: string;
  readonly label: Bilingual;
  /** Null is unknown. */
  readonly value: boolean | number | string | readonly (string | number)[] | null;
  readonly unit?: Bilingual;
  /** As read aloud: 3 件, 是, 2020年5月1日, 不明. */
  readonly text: Bilingual;
}

/** How a rule came to its outcome. */
export interface TraceNode {
  /** `item`: one item of a collection; `value`: the value of a rule that is a number or a date. */
  readonly kind: 'and' | 'or' | 'not' | 'condition' | 'item' | 'value';
  readonly zh: string;
  readonly en: string;
  readonly outcome: Outcome;
  /** Place in the rule's text. */
  readonly from: number;
  readonly to: number;
  readonly inputs: readonly TraceInput[];
  readonly children: readonly TraceNode[];
  /** Why it is unknown: 不明：缺少成立日期. */
  readonly reason?: Bilingual;
  /** How the items of a collection came out. */
  readonly items?: { readonly total: number; readonly met: number; readonly unknown: number };
  /** Which item: its position, and its `subject_id` where the row has one. */
  readonly item?: { readonly position: number; readonly id: string | null };
}
