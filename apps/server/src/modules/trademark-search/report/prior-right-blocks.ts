import type { PriorRightsView } from '@jince/contract';
import type { DocumentBlock } from '../../../platform/documents/index.ts';
import { LEVEL_LABELS } from './clearance-labels.ts';

type Group = PriorRightsView['groups'][number];

const TITLES = { 'trade-name': '企业字号', 'geographical-indication': '地理标志' } as const satisfies Readonly<
  Record<Group['kind'], string>
>;

function groupBlocks({ kind, hits, total, text, article, verify }: Group): DocumentBlock[] {
  const title = TITLES[kind];
  if (hits.length === 0)
    return [{ kind: 'paragraph', text: `${title}：没有查到与所查文字相同或者近似的。依据：${article}。` }];
  const more = total > hits.length ? `（另有${total - hits.length}家使用同样的字号，未列出）` : '';
  return [
    { kind: 'heading', level: 2, text: `${title}（${hits.length}件）` },
    {
      kind: 'list',
      items: hits.map(({ name, word, level, reasons, since, place }) =>
        [
          name === word ? name : `${name}（字号“${word}”）`,
          `${LEVEL_LABELS[level]}：${reasons}`,
          ...(since === null ? [] : [`自${since}`]),
          ...(place === null ? [] : [place]),
        ].join('；'),
      ),
    },
    { kind: 'note', text: `依据：${article}：${text}${more}。${verify === null ? '' : `待核：${verify}。`}` },
  ];
}

/** Rights of others that are no marks: what was found of them, and how far that goes. */
export function priorRightBlocks({ groups, searched }: PriorRightsView): DocumentBlock[] {
  return [
    { kind: 'heading', level: 1, text: '四、其他在先权利的线索' },
    {
      kind: 'paragraph',
      text: `另与本区登记的${searched.parties}家企业、合作社的字号和${searched.indications}件地理标志比对。是否在先、是否有一定影响、商品与其经营是否相关，由人判断。`,
    },
    ...groups.flatMap(groupBlocks),
  ];
}
