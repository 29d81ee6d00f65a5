import type { Db } from '../../database/database.ts';
import { type ImportState, listSameFile } from '../repositories/import-repository.ts';

const OPEN_STATES: readonly ImportState[] = ['uploaded', 'recognised', 'reading', 'previewed', 'committing'];

/** The sentence about other imports of the same bytes: applied already, or in somebody's hands right now. */
export async function sayIfSameFile(
  { db, district }: { db: Db; district: string },
  file: { id: string; sha256: string },
): Promise<string | undefined> {
  const others = await listSameFile(db, district, file.sha256, file.id);
  const open = others.find((other) => OPEN_STATES.includes(other.state));
  if (open !== undefined)
    return `同一文件正由${open.uploaded_by_name}导入（第 ${open.number} 号），请先确认是否重复；后提交的一份不会产生重复记录。`;
  const done = others.find((other) => other.state === 'committed');
  if (done === undefined) return undefined;
  return `同一文件已由${done.uploaded_by_name}导入过（第 ${done.number} 号）；再次导入不会改变已有内容。`;
}
