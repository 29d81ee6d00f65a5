import { findProhibitedSigns } from '@jince/law';
import { findMarks } from '../../apps/server/src/cli-commands/marks/find-marks.ts';
import asked from './marks-queries.json' with { type: 'json' };
import { page, table } from './pages.ts';

const MOST = 4;
const LEVELS: Readonly<Record<string, string>> = { identical: '相同', near: '近似', arguable: '可争议' };

/**
 * Twenty queries as a person would ask them, what the search answers, and how somebody read the answers: made by the search
 * itself, so that the page shows what it says today.
 */
export function marksQueriesPage(): string {
  const { marks, queries, on } = asked;
  const names = marks.map(([name]) => String(name));
  const register = {
    regNos: names,
    names,
    classes: Uint8Array.from(marks, ([, niceClass]) => Number(niceClass)),
    moreClasses: new Map<number, number[]>(),
    unnamed: 0,
    badClasses: 0,
  };
  const found = Map.groupBy(
    findMarks(
      register,
      queries.map(({ text, niceClass }, at) => ({ id: String(at), text, niceClass })),
      MOST,
      on,
    ),
    ({ queryId }) => queryId,
  );
  return page(
    'Twenty searches, read',
    `What the search of marks answers to twenty queries against ${marks.length} names (\`scripts/docs/marks-queries.json\`), as of ${on}, and how a person read the answers. The names are known or made up; whose marks they are does not matter here.`,
    queries.flatMap(({ text, niceClass, what, read }, at) => {
      const hits = found.get(String(at)) ?? [];
      const signs = findProhibitedSigns(text, on);
      return [
        `\n## ${at + 1} · ${text}（第 ${niceClass} 类，${what}）`,
        ...(hits.length === 0
          ? ['\n没有查到相同、近似或者可争议的商标。']
          : table(
              ['引证商标', '程度', '相近度', '理由和商品关系'],
              hits.map(({ regNo, level, score, reasons }) => [
                regNo,
                LEVELS[level] ?? level,
                level === 'identical' ? '' : `${Math.floor(score * 100)}%`,
                reasons,
              ]),
            )),
        ...(signs.length === 0
          ? []
          : [`标志本身：${signs.map(({ word, zh, article }) => `含有“${word}”：${zh}（${article}）`).join('；')}。`]),
        `\n读后：${read}`,
      ];
    }),
  );
}
