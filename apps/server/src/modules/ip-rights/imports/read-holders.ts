import { checkUscc, identifierProblemText } from '@jince/identifiers';
import { normaliseName, splitHolders } from '@jince/matching';
import type { CheckContext, HolderMention } from '../../../platform/imports/import-kind.ts';
import type { RowReader } from '../../../platform/imports/row-reader.ts';
import { addIssue } from './add-issue.ts';

const CITY = /^(?:中国)?(?:[\u4e00-\u9fff]{2,7}?(?:省|自治区))?([\u4e00-\u9fff]{2,5}?)(?:市|地区|自治州)/;

interface Place {
  readonly townCode: string | undefined;
  readonly locality: string;
}

export const NOWHERE: Place = { townCode: undefined, locality: '' };
const CACHE_SIZE = 50_000;
const places = new WeakMap<object, Map<string, Place>>();

/** Town of an address, else its city; addresses repeat within a file, so answers are kept. */
export function placeOf(address: string | undefined, city: string | undefined, context: CheckContext): Place {
  if (address === undefined && city === undefined) return NOWHERE;
  let known = places.get(context.jurisdiction);
  if (known === undefined || known.size > CACHE_SIZE) {
    known = new Map();
    places.set(context.jurisdiction, known);
  }
  const key = `${address ?? ''}\u0001${city ?? ''}`;
  let place = known.get(key);
  if (place === undefined) {
    place = locate(address, city, context);
    known.set(key, place);
  }
  return place;
}

function locate(address: string | undefined, city: string | undefined, context: CheckContext): Place {
  const bare = address?.replace(/^\d{6}\s*/, '');
  const found = bare === undefined ? undefined : context.jurisdiction.locateTown(bare);
  const town = found === undefined ? undefined : context.jurisdiction.findTown(found.townCode);
  if (town !== undefined) return { townCode: town.code, locality: town.name };
  const written = (bare === undefined ? undefined : CITY.exec(bare)?.[1]) ?? shortCity(city);
  return { townCode: undefined, locality: written ?? '' };
}

/** '苏州市' and '苏州' → '苏州'; '江苏; 32' and '江苏(32)' → '江苏'. */
function shortCity(text: string | undefined): string | undefined {
  const word = text?.split(/[;；|(（,，\s]/)[0]?.replace(/(?:省|市|自治区|特别行政区)$/, '');
  return word === undefined || word === '' || /^\d+$/.test(word) ? undefined : word;
}

/**
 * The holders a cell names, in order. Place and code belong to the first: they are only taken for it, the code only
 * when it is the sole one. A code that fails its check is a warning and is left out.
 */
export function readHolders(
  reader: RowReader,
  cell: string | undefined,
  about: { place: Place; address?: string | undefined; ipc?: string | undefined },
): HolderMention[] {
  if (cell === undefined) return [];
  const names = splitHolders(cell.replaceAll(';;', ';'));
  const holders: HolderMention[] = [];
  const uscc = names.length === 1 ? readUscc(reader) : '';
  for (const name of names) {
    const key = normaliseName(name);
    if (key === '' || holders.some((holder) => holder.key === key)) continue;
    const first = holders.length === 0;
    holders.push({
      name,
      key,
      locality: first ? about.place.locality : '',
      uscc: first ? uscc : '',
      ...(first && about.address !== undefined ? { address: about.address } : {}),
      ...(about.ipc === undefined ? {} : { ipc: about.ipc }),
    });
  }
  return holders;
}

function readUscc(reader: RowReader): string {
  const text = reader.text('uscc');
  if (text === undefined) return '';
  const parsed = checkUscc(text);
  if (parsed.ok) return parsed.value;
  addIssue(
    reader,
    'holder.uscc',
    'warning',
    'uscc',
    `统一社会信用代码“${text}”${identifierProblemText(parsed.problem, 'zh')}，未用于匹配`,
    `The credit code "${text}" is not used for matching: ${identifierProblemText(parsed.problem, 'en')}`,
  );
  return '';
}
