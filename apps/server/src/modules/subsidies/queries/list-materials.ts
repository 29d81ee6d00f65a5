import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { PolicyVersion } from '../../policies/index.ts';
import { numberOfKey } from '../domain/achievement-key.ts';
import type { ClaimRow, LineRow } from '../repositories/claim-repository.ts';

/** Kind under which applicants add papers; the title says which of the item's papers it is. */
export const MATERIAL = 'material';

export interface Material {
  readonly item: string;
  readonly code: string;
  readonly label: string;
  readonly standing: 'register' | 'attached' | 'missing';
  readonly source: string | null;
  readonly documentId: string | null;
}

async function listPapers(ctx: Ctx, fileId: string): Promise<Map<string, string>> {
  const { rows } = await sql<{
    id: string;
    kind: string;
    title: string;
  }>`select id, kind, title from procedures.document
    where district = ${ctx.district} and file_id = ${fileId} and withdrawn_at is null order by added_at`.execute(
    ctx.db,
  );
  return new Map(rows.flatMap((row) => (row.kind === MATERIAL ? [[row.title.trim(), row.id] as const] : [])));
}

/** Where the registers say what a paper would: the number of what is rewarded, else the entry of the party. */
function sourceOf(claim: Pick<ClaimRow, 'partyName' | 'uscc'>, line: LineRow | undefined): string {
  const key = line?.achievementKey ?? null;
  const entry = `主体登记：${claim.partyName}${claim.uscc === null ? '' : `（${claim.uscc}）`}`;
  if (line === undefined || key === null || key.startsWith('enterprise:') || key.startsWith('claim:')) return entry;
  return `${entry}；${line.label.includes(numberOfKey(key)) ? line.label : `${line.label} ${numberOfKey(key)}`}`;
}

/** The papers a claim's items ask for, each once per item: from the registers, attached, or still missing. */
export async function listMaterials(
  ctx: Ctx,
  claim: Pick<ClaimRow, 'id' | 'partyName' | 'uscc'>,
  lines: readonly LineRow[],
  version: PolicyVersion,
): Promise<Material[]> {
  const papers = await listPapers(ctx, claim.id);
  const wanted = new Set(lines.map((line) => line.item));
  return version.policy.items
    .filter((item) => wanted.has(item.code))
    .flatMap((item) =>
      item.materials.map(({ code, label, fromRegister }): Material => {
        const documentId = papers.get(label) ?? null;
        if (documentId !== null)
          return { item: item.code, code, label, standing: 'attached', source: null, documentId };
        if (!fromRegister) return { item: item.code, code, label, standing: 'missing', source: null, documentId };
        const source = sourceOf(
          claim,
          lines.find((line) => line.item === item.code),
        );
        return { item: item.code, code, label, standing: 'register', source, documentId };
      }),
    );
}
