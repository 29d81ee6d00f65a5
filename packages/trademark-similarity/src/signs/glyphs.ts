import partLines from '../data/glyph-parts.json' with { type: 'json' };
import nearLines from '../data/near-glyphs.json' with { type: 'json' };
import { isDigit } from '../text/normalise-mark.ts';

export interface NearGlyph {
  readonly code: number;
  /** 1 a part in common … 5 easily taken for each other. */
  readonly degree: number;
}
const NONE: readonly NearGlyph[] = [];

/**
 * Which characters look alike. Written by scripts/make-glyph-tables.mjs from the decompositions of yi-bai/ids (MIT), the near
 * forms and four-corner codes of contr4l/SimilarCharacter (MIT) and printed shapes.
 */
export class GlyphTable {
  readonly #near = new Map<number, NearGlyph[]>();
  readonly #degrees = new Map<number, number>();

  /** @param lines a character, then digits from 5 to 9 (degree + 4) with the characters alike; each pair once */
  constructor(lines: readonly string[]) {
    for (const line of lines) {
      const code = line.charCodeAt(0);
      let degree = 0;
      for (let at = 1; at < line.length; at++) {
        const other = line.charCodeAt(at);
        if (isDigit(other)) degree = other - 52;
        else {
          this.#put(code, other, degree);
          this.#put(other, code, degree);
        }
      }
    }
  }

  #put(a: number, b: number, degree: number): void {
    const list = this.#near.get(a);
    if (list === undefined) this.#near.set(a, [{ code: b, degree }]);
    else list.push({ code: b, degree });
    this.#degrees.set(a * 65_536 + b, degree);
  }

  near(code: number): readonly NearGlyph[] {
    return this.#near.get(code) ?? NONE;
  }
  /** 0 not alike, 1 a part in common … 5 easily taken for each other. */
  degree(a: number, b: number): number {
    return this.#degrees.get(a * 65_536 + b) ?? 0;
  }
}
export const glyphs = new GlyphTable(nearLines);

const partsOf = new Map<number, { readonly structure: string; readonly parts: string }>();
const wholeOf = new Map<string, number[]>();
for (const line of partLines) {
  const parts = line.slice(2);
  partsOf.set(line.charCodeAt(0), { structure: line.charAt(1), parts });
  wholeOf.set(parts, [...(wholeOf.get(parts) ?? []), line.charCodeAt(0)]);
}

/** Structure (⿰ side by side, ⿱ one above the other …) and parts of a character, where the parts are characters. */
export const partsOfGlyph = (code: number) => partsOf.get(code);
/** Characters made of exactly these parts in order. */
export const glyphsOfParts = (parts: string): readonly number[] => wholeOf.get(parts) ?? [];
