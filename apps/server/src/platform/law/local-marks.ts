import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LocalMark } from '@jince/wujiang';
import type { Jurisdiction } from '../jurisdiction/jurisdiction.ts';

const known = new WeakMap<Jurisdiction, readonly LocalMark[]>();

function filesOf(folder: string, part: string): readonly string[] {
  return readdirSync(join(folder, part), { recursive: true, encoding: 'utf8' })
    .map((file) => `${part}/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.json'))
    .sort();
}

/** Everything in the data and documents of a pack that is marked as still to be confirmed, file by file. */
export function localMarks(pack: Jurisdiction): readonly LocalMark[] {
  const before = known.get(pack);
  if (before !== undefined) return before;
  const marks = ['data', 'documents']
    .flatMap((part) => filesOf(pack.packFolder, part))
    .flatMap((file) => pack.localMarksOf(file, JSON.parse(readFileSync(join(pack.packFolder, file), 'utf8'))));
  known.set(pack, marks);
  return marks;
}
