import type { AgencyFigures } from '@jince/contract';
import type { Ctx } from '../../../platform/context/context.ts';
import { type DocumentBlock, type OfficialDocument, renderDocx, renderPdf } from '../../../platform/documents/index.ts';
import { factsVersion } from '../../../platform/facts/index.ts';
import type { FileAnswer } from '../../../platform/module.ts';
import { filedRightLabels } from '../labels.ts';
import { getAgencyFigures } from './read-figures.ts';

const percent = (part: number, whole: number) => (whole === 0 ? '—' : `${((part / whole) * 100).toFixed(1)}%`);

function overview(figures: AgencyFigures): DocumentBlock[] {
  const { agencies, people, filings, concentration } = figures;
  const filed = filings.reduce((sum, one) => sum + one.filed, 0);
  return [
    { kind: 'heading', level: 1, text: '一、总体情况' },
    {
      kind: 'paragraph',
      text: `辖区内知识产权服务机构${agencies.local}家，其中在业${agencies.active}家；登记从业人员${people.total}人，有资格证或执业备案号的${people.qualified}人。${figures.year}年经登记簿中机构（含外地机构）代理的专利、商标申请${filed}件。`,
    },
    { kind: 'paragraph', text: concentration.text },
    {
      kind: 'bars',
      caption: '图1　各类机构数',
      items: agencies.byKind.map(({ label, count }) => ({ label, value: count, text: `${count}家` })),
      note: '一家机构兼有几类业务的，各计一次。',
    },
    {
      kind: 'table',
      caption: '表1　机构的镇（街道）分布',
      columns: [
        { title: '镇（街道）', width: 2 },
        { title: '机构（家）', align: 'right' },
      ],
      rows: agencies.byTown.map(({ label, count }) => [label, String(count)]),
    },
  ];
}

function filingBlocks(figures: AgencyFigures): DocumentBlock[] {
  return [
    { kind: 'heading', level: 1, text: '二、代理业务' },
    {
      kind: 'table',
      caption: `表2　${figures.year}年代理的申请及其结果`,
      columns: ['类别', '申请（件）', '已授权或注册', '驳回', '撤回', '非正常', '授权率'].map((title, at) => ({
        title,
        align: at === 0 ? ('left' as const) : ('right' as const),
      })),
      rows: figures.filings.map((one) => [
        filedRightLabels[one.right].zh,
        String(one.filed),
        String(one.granted),
        String(one.refused),
        String(one.withdrawn),
        String(one.abnormal),
        percent(one.granted, one.filed),
      ]),
      note: '按申请日归年，结果为制作之日的状态：近两年申请多数尚未结案，授权率不宜与早年相比。商标按类计件。',
    },
    {
      kind: 'lines',
      caption: '图2　历年代理专利申请（件）',
      points: figures.trend.map(({ year, patents }) => ({
        label: String(year),
        value: patents,
        text: String(patents),
      })),
      note: '近十八个月的专利申请未全部公开，数字偏少。',
    },
    {
      kind: 'table',
      caption: `表3　${figures.year}年代理量前${figures.top.length}的机构`,
      columns: [
        { title: '机构', width: 4 },
        ...['辖区内', '申请', '授权', '驳回', '占比', '委托人'].map((title) => ({ title, align: 'right' as const })),
      ],
      rows: figures.top.map((one) => [
        one.name,
        one.inDistrict ? '是' : '否',
        String(one.filed),
        String(one.granted),
        String(one.refused),
        `${(one.share * 100).toFixed(1)}%`,
        String(one.clients),
      ]),
    },
    ...(figures.unlinked.names === 0
      ? []
      : [
          {
            kind: 'note' as const,
            text: `另有${figures.unlinked.names}种机构名称（${figures.unlinked.filings}件申请）未能认定是登记簿中的哪家机构，不在以上统计之内。`,
          },
        ]),
  ];
}

/** The yearbook as a document, with the figures the console shows. */
export function composeYearbook(ctx: Ctx, figures: AgencyFigures): OfficialDocument {
  const { bodies, district } = ctx.services.jurisdiction;
  const demo = ctx.services.district.demo;
  return {
    title: [`${district.name}知识产权服务业`, `${figures.year}年年鉴`],
    subtitle: '机构、人员与代理业务',
    issuer: bodies.find((body) => body.kind === 'bureau')?.name ?? district.name,
    date: ctx.today,
    mark: demo ? '演示数据' : null,
    header: `知识产权服务业年鉴 ${figures.year}`,
    contentsTitle: '目录',
    cover: [
      { label: '统计年度', value: `${figures.year}年` },
      { label: '统计日', value: figures.asOf },
      { label: '制作日', value: ctx.today },
    ],
    blocks: [...overview(figures), ...filingBlocks(figures)],
    createdAtSeconds: Math.floor(ctx.now.getTime() / 1000),
  };
}

interface Kept {
  readonly version: string;
  readonly file: Promise<FileAnswer & { readonly content: Buffer }>;
}

/** Yearbooks of a process by district, year and format: drawn once for one state of the registers and one day. */
const kept = new WeakMap<object, Map<string, Kept>>();
const MOST_KEPT = 12;

type YearbookQuery = { readonly year?: number | undefined; readonly format: 'pdf' | 'docx' };

async function drawYearbook(ctx: Ctx, query: YearbookQuery): Promise<FileAnswer & { readonly content: Buffer }> {
  const document = composeYearbook(ctx, await getAgencyFigures(ctx, query));
  const fileName = `${document.title.join('')}.${query.format}`;
  if (query.format === 'docx')
    return {
      fileName,
      mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      content: await renderDocx(document),
    };
  return { fileName, mediaType: 'application/pdf', content: renderPdf(document).content };
}

/**
 * The yearbook of a year as PDF or Word file, in Chinese whatever the reader's language. The same file is given out until a
 * register changes or the day ends; readers who ask at once wait for one drawing.
 */
export async function downloadAgencyYearbook(ctx: Ctx, query: YearbookQuery): Promise<FileAnswer> {
  const chinese: Ctx = { ...ctx, language: 'zh' };
  const files = kept.get(ctx.services) ?? new Map<string, Kept>();
  kept.set(ctx.services, files);
  const key = [ctx.district, query.year ?? '', query.format].join('/');
  const version = `${ctx.today}|${await factsVersion(ctx)}`;
  const known = files.get(key);
  if (known?.version === version) return known.file;
  const file = drawYearbook(chinese, query);
  files.delete(key);
  files.set(key, { version, file });
  const oldest = files.size > MOST_KEPT ? files.keys().next().value : undefined;
  if (oldest !== undefined) files.delete(oldest);
  // What failed is drawn again for the next reader.
  file.catch(() => files.delete(key));
  return file;
}
