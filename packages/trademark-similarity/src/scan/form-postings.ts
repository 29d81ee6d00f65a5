import { currentRelations } from '../signs/editions.ts';
import { glyphOfRelation, READ_DIGIT, SAME, soundOfRelation } from '../signs/relations.ts';

/** One way a mark may stand inside a text, sign by sign. */
export interface ScanForm {
  /** Place of its mark. */
  readonly at: number;
  readonly units: Uint16Array;
  /** Only its own signs count, none that look or sound alike. */
  readonly exact: boolean;
}

const WHOLE = 3;
const CLOSE = 2;
const SAME_SYLLABLE = 2;
const ALIKE_AT_A_GLANCE = 4;

/** What a sign of a text is worth for a sign of a mark: 3 the same, 2 easily taken for it, 0 nothing. */
function worthOf(relation: number): number {
  if (relation === SAME) return WHOLE;
  if (relation === READ_DIGIT) return CLOSE;
  const close = soundOfRelation(relation) >= SAME_SYLLABLE || glyphOfRelation(relation) >= ALIKE_AT_A_GLANCE;
  return close ? CLOSE : 0;
}

/** Points at which a form is looked at closely: two thirds of the whole, so that one sign of three may be another. */
export const enough = ({ units, exact }: ScanForm): number => units.length * (exact ? WHOLE : CLOSE);

/** For each sign, the forms and places it speaks for: flat arrays, one look-up for each sign of a text. */
export interface FormPostings {
  readonly starts: Uint32Array;
  readonly forms: Uint32Array;
  readonly places: Uint8Array;
  readonly worths: Uint8Array;
}

export function buildPostings(forms: readonly ScanForm[]): FormPostings {
  const starts = new Uint32Array(65_537);
  const each = (visit: (code: number, form: number, place: number, worth: number) => void): void => {
    for (const [form, { units, exact }] of forms.entries())
      for (let place = 0; place < units.length; place++) {
        const code = units[place] as number;
        if (exact) {
          visit(code, form, place, WHOLE);
          continue;
        }
        const { codes, relations } = currentRelations.relatedTo(code);
        for (let i = 0; i < codes.length; i++) {
          const worth = worthOf(relations[i] as number);
          if (worth > 0) visit(codes[i] as number, form, place, worth);
        }
      }
  };
  each((code) => {
    starts[code + 1]!++;
  });
  for (let code = 0; code < 65_536; code++) starts[code + 1]! += starts[code] as number;
  const size = starts[65_536] as number;
  const next = starts.slice();
  const [list, places, worths] = [new Uint32Array(size), new Uint8Array(size), new Uint8Array(size)];
  each((code, form, place, worth) => {
    const at = next[code]!++;
    list[at] = form;
    places[at] = place;
    worths[at] = worth;
  });
  return { starts, forms: list, places, worths };
}
