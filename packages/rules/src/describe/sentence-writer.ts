import type { Bilingual, Catalogue } from '../catalogue.ts';
import type { CompareExpr, Expr, FactExpr } from '../expression.ts';
import { MIRRORED, OPPOSITE, valuesOf } from './words.ts';

/** What the languages share: their words of the catalogue, and where in a rule one stands while writing. */
export abstract class SentenceWriter {
  protected readonly catalogue: Catalogue;
  readonly #language: keyof Bilingual;
  /** Whether one speaks of items, so that facts of the subject need its name. */
  #isInside = false;

  constructor(catalogue: Catalogue, language: keyof Bilingual) {
    this.catalogue = catalogue;
    this.#language = language;
  }

  /** A yes/no expression as a clause; `isDenied` says the contrary. */
  abstract clause(expr: Expr, isDenied?: boolean): string;

  /** A value as a noun; a number in `unit`. */
  abstract noun(expr: Expr, unit?: Bilingual): string;

  protected abstract quoted(text: string): string;

  /** `label` as a fact of the subject with this name. */
  protected abstract owned(label: string, subject: string | undefined): string;

  /** A comparison whose literal, if one side is one, stands on the right. */
  protected abstract straight(expr: CompareExpr): string;

  protected ofItems<T>(write: () => T): T {
    const before = this.#isInside;
    this.#isInside = true;
    const text = write();
    this.#isInside = before;
    return text;
  }

  protected factLabel(label: string, expr: FactExpr): string {
    if (expr.scope === 'item' || !this.#isInside) return label;
    return this.owned(label, this.catalogue.findSubject(expr.fact.subject)?.label[this.#language]);
  }

  /** The word of a value of an enumeration or a code; another text is quoted. */
  protected word(value: string, expr: Expr): string {
    return valuesOf(expr)?.[value]?.[this.#language] ?? (expr.type.kind === 'code' ? value : this.quoted(value));
  }

  protected comparison(expr: CompareExpr, isDenied: boolean): string {
    const said = isDenied ? { ...expr, sign: OPPOSITE[expr.sign] } : expr;
    const { left, right, sign } = said;
    return left.op === 'literal' && right.op !== 'literal'
      ? this.straight({ ...said, sign: MIRRORED[sign], left: right, right: left })
      : this.straight(said);
  }
}
