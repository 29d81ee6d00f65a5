import lines from '../data/senses.json' with { type: 'json' };
import { SenseDictionary } from './senses.ts';

let known: SenseDictionary | undefined;

/** Common words of brands and their translations, written for this package (our own data, no dictionary was copied). */
export function standardSenses(): SenseDictionary {
  known ??= new SenseDictionary(lines.map((line) => ({ words: line.split(' ') })));
  return known;
}
