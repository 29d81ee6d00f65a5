import data from '../../data/pool.json' with { type: 'json' };
import { type Fields, readFields, readList, readNumber, readOneOf, readText, requireUnique } from '../shape.ts';
import { type DatedText, readDatedTexts } from './dated-article.ts';

type Named = { code: string; label: string; text: string };
export type PoolEvidence = Named & {
  /** Read from the registers instead of being noted by hand. */
  computed: 'registered-years' | 'madrid-base' | undefined;
  /** For `registered-years`: complete years that suffice. */
  least: number | undefined;
};
export type PoolPack = {
  note: string;
  /** In their order. */
  stages: Named[];
  routes: { code: string; label: string }[];
  evidence: PoolEvidence[];
  /** What must be said wherever the pool is shown. */
  cautions: DatedText[];
};

const CODE = /^[a-z][a-z-]*$/;

function readNamed(fields: Fields, path: string): Named {
  return {
    code: readText(fields.code, `${path}.code`, CODE),
    label: readText(fields.label, `${path}.label`),
    text: readText(fields.text, `${path}.text`),
  };
}

/** Throws PackDataError with the place of the first fault. */
export function readPool(value: unknown): PoolPack {
  const root = readFields(value, 'pool');
  const pack: PoolPack = {
    note: readText(root.note, 'pool.note'),
    stages: readList(root.stages, 'pool.stages', (one, at) => readNamed(readFields(one, at), at)),
    routes: readList(root.routes, 'pool.routes', (one, at) => {
      const fields = readFields(one, at);
      return { code: readText(fields.code, `${at}.code`, CODE), label: readText(fields.label, `${at}.label`) };
    }),
    evidence: readList(root.evidence, 'pool.evidence', (one, at): PoolEvidence => {
      const fields = readFields(one, at);
      return {
        ...readNamed(fields, at),
        computed:
          fields.computed === undefined
            ? undefined
            : readOneOf(fields.computed, `${at}.computed`, ['registered-years', 'madrid-base'] as const),
        least: fields.least === undefined ? undefined : readNumber(fields.least, `${at}.least`),
      };
    }),
    cautions: readDatedTexts(root.cautions, 'pool.cautions', 'text'),
  };
  for (const [path, list] of [
    ['stages', pack.stages],
    ['routes', pack.routes],
    ['evidence', pack.evidence],
  ] as const)
    requireUnique<{ code: string }>(list, `pool.${path}`, (one) => one.code);
  return pack;
}

/** Stages and evidence of the cultivation pool of well-known marks. */
export const markPool: PoolPack = readPool(data);
