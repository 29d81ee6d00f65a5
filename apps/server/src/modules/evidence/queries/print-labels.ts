import type { Ctx } from '../../../platform/context/context.ts';
import { renderLabels } from '../../../platform/documents/index.ts';
import type { FileAnswer } from '../../../platform/module.ts';
import { MEASURES } from '../domain/words.ts';
import { EVIDENCE_READ } from '../evidence.catalogue.ts';
import { listThings } from '../repositories/measure-repository.ts';
import { requireMeasure } from './list-measures.ts';
import { requireFile } from './require-file.ts';

/** Labels of the things of a measure; a phone that scans one opens the thing's page. */
export async function printLabels(ctx: Ctx, fileId: string, measureId: string): Promise<FileAnswer> {
  const file = await requireFile(ctx, fileId, EVIDENCE_READ);
  const measure = await requireMeasure(ctx, fileId, measureId, EVIDENCE_READ);
  const things = await listThings(ctx.db, ctx.district, [measureId]);
  const { publicUrl } = ctx.services.config;
  const kind = MEASURES[measure.kind]?.zh ?? '';
  const content = renderLabels({
    title: `${kind}物品标签 ${measure.number}`,
    issuer: ctx.services.district.name,
    createdAtSeconds: Math.floor(ctx.now.getTime() / 1000),
    labels: things.map((thing) => ({
      scanned: publicUrl === undefined ? thing.code : new URL(`/protection/things/${thing.code}`, publicUrl).href,
      code: thing.code,
      head: `${file.number} · ${kind} ${measure.number}`,
      name: `${thing.no}. ${thing.name}`,
      lines: [
        { label: '数量', value: `${thing.quantity} ${thing.unit}` },
        { label: '规格', value: thing.spec ?? '—' },
        { label: '标识', value: thing.mark ?? '—' },
        { label: '持有人', value: measure.holder },
        { label: '日期', value: measure.startedOn },
        { label: '存放', value: thing.storage },
      ],
    })),
  });
  return { fileName: `${measure.number}-标签.pdf`, mediaType: 'application/pdf', content };
}
