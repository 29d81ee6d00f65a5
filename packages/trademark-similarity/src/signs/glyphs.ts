import partLines from '../data/glyph-parts.json' with { type: 'json' };
import nearLines from '../data/near-glyphs.json' with { type: 'json' };
import { isDigit } from '../text/normalise-mark.ts';

/**
 * Which characters look alike, and of what parts they are made. Written by scripts/make-glyph-tables.mjs from the
 * decompositions of yi-bai/ids (MIT), the near forms and four-corner codes of contr4l/SimilarCharacter (MIT) and printed shapes.
 */
export interface NearGlyph {
  readonly code: number;
  /** 1 a part in common … 5 easily taken for each other. */
  readonly degree: number;
}
const near = new Map<number, NearGlyph[]>();
const degrees = new Map<number, number>();
const partsOf = new Map<number, { readonly structure: string; readonly parts: string }>();
const wholeOf = new Map<string, number[]>();

function putNear(a: number, b: number, degree: number): void {
  const list = near.get(a);
  if (list === undefined) near.set(a, [{ code: b, degree }]);
  else list.push({ code: b, degree });
  degrees.set(a * 65_536 + b, degree);
}

// Each pair stands once, under the smaller character.
for (const line of nearLines) {
  const code = line.charCodeAt(0);
  let degree = 0;
  for (let at = 1; at < line.length; at++) {
    const other = line.charCodeAt(at);
    if (isDigit(other)) degree = other - 52;
    else {
      putNear(code, other, degree);
      putNear(other, code, degree);
    }
  }
}
for (const line of partLines) {
  const parts = line.slice(2);
  partsOf.set(line.charCodeAt(0), { structure: line.charAt(1), parts });
  wholeOf.set(parts, [...(wholeOf.get(parts) ?? []), line.charCodeAt(0)]);
}

const NONE: readonly NearGlyph[] = [];
export const nearGlyphs = (code: number): readonly NearGlyph[] => near.get(code) ?? NONE;

/** 0 not alike, 1 a part in common … 5 easily taken for each other. */
export const glyphDegree = (a: number, b: number): number => degrees.get(a * 65_536 + b) ?? 0;

/** Structure (⿰ side by side, ⿱ one above the other …) and parts of a character, where the parts are characters. */
export const partsOfGlyph = (code: number) => partsOf.get(code);
/** Characters made of exactly these parts in order. */
export const glyphsOfParts = (parts: string): readonly number[] => wholeOf.get(parts) ?? [];
