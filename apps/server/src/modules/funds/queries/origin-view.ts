import type { Ctx } from '../../../platform/context/context.ts';
import { originKindLabels } from '../domain/labels.ts';

/** What money moves for, as the console shows it. */
export function toOrigin(
  ctx: Ctx,
  row: {
    readonly origin_kind: string;
    readonly origin_id: string;
    readonly origin_label: string;
    readonly origin_href: string | null;
  },
) {
  return {
    kind: row.origin_kind,
    kindLabel: originKindLabels[row.origin_kind]?.[ctx.language] ?? row.origin_kind,
    id: row.origin_id,
    label: row.origin_label,
    href: row.origin_href,
  };
}
