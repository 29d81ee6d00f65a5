import { z } from 'zod';

export const localDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'YYYY-MM-DD');
export const timestamp = z.string();
export const uuid = z.uuid();
export const idParams = z.object({ id: uuid });
export const ok = z.object({ ok: z.literal(true) });

/** Query-string flag: `?x=true`. */
export const flag = z.enum(['true', 'false']).transform((v) => v === 'true');

/** Comma-separated list in the query string: `?town=320509104,320509105`. */
export const csvList = z
  .string()
  .max(4000)
  .transform((v) => v.split(',').filter(Boolean));

/** How a list is written down. */
export const tableFormat = z.enum(['xlsx', 'csv']).default('xlsx');

export const pageQuery = z.object({
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(500).default(50),
  /** Field name, with a leading `-` for descending. */
  sort: z.string().max(60).optional(),
});

/** A page of rows with the exact total and the moment the data is of. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({
    items: z.array(item),
    total: z.number().int(),
    page: z.number().int(),
    pageSize: z.number().int(),
  });
}

/** RFC 9457 problem document; `code` is stable, `title` and `detail` are sentences in the caller's language. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string().optional(),
  instance: z.string().optional(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  params: z.record(z.string(), z.unknown()).optional(),
});
export type Problem = z.output<typeof problem>;

/** A sentence with its weight: one step of a waterfall of reasons. */
export const reason = z.object({ code: z.string(), text: z.string(), weight: z.number().optional() });

/** Where one field of a record came from. `current` is the row whose value the record shows. */
export const fieldSource = z.object({
  field: z.string(),
  fieldLabel: z.string(),
  value: z.string().nullable(),
  importId: uuid,
  rowNo: z.number().int(),
  fileName: z.string(),
  sheet: z.string(),
  line: z.number().int(),
  committedAt: timestamp,
  sender: z.string().nullable(),
  current: z.boolean(),
});

/** One bar of a count: a code with its label. */
export const countBy = z.object({ code: z.string(), label: z.string(), count: z.number().int() });
