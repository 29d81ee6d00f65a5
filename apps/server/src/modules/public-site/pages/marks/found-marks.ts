import type { Visit } from '../../../../platform/http/public-page.ts';
import { trademarkStatusLabels } from '../../../ip-rights/index.ts';
import type { MarkAnswer } from '../../../trademark-search/index.ts';
import { Mark } from '../../parts/marks.ts';
import { type Content, html } from '../../site/html.ts';
import { markWords } from '../../words/marks.ts';

type TextHit = MarkAnswer['hits'][number];
/** What is shown of a mark, whether its text or its picture was compared. */
type Hit = Omit<TextHit, 'kinds' | 'compared' | 'reasons'> & { readonly reasons: string | readonly string[] };
const LEVELS = ['identical', 'near', 'arguable', 'far'] as const;
/** Of one level; the rest is folded away: an owner may hold the same text in dozens of registrations. */
const SHOWN = 8;
const TONES = { identical: 'late', near: 'late', arguable: 'warn', far: undefined } as const;

interface Props<H extends Hit> {
  readonly answer: Pick<MarkAnswer, 'counts'> & { readonly hits: readonly H[] };
  readonly visit: Visit;
  /** What is shown of a hit besides. */
  readonly more?: (hit: H) => Content;
}

function Line({ hit, visit, more }: { hit: Hit; visit: Visit; more: Content }) {
  const { language } = visit;
  const words = markWords[language];
  const classes = hit.classes
    .map(({ niceClass, status }) => `${niceClass}（${trademarkStatusLabels[status]?.[language] ?? status}）`)
    .join(language === 'zh' ? '、' : ', ');
  const facts = [
    `${words.number} ${hit.registrationNo}`,
    `${words.classes} ${classes}`,
    `${words.owner} ${hit.owners.map(({ name }) => name).join('、') || '—'}`,
  ];
  return html`<li>
    <b lang="zh-CN">${hit.name}</b>
    <p class="marks">
      <${Mark} tone=${TONES[hit.level]}>${words[hit.level]}<//>
      ${hit.level !== 'identical' && html`<span class="soft">${words.closeness(hit.score >= 0.995 ? '＞99%' : `${Math.round(hit.score * 100)}%`)}</span>`}
    </p>
    <p>${[hit.reasons].flat().join('；')}</p>
    ${hit.goods !== null && html`<p>${words.goods}: ${hit.goods.text}</p>`}
    <p class="soft">${facts.join(' · ')}</p>
    ${more}
  </li>`;
}

/** What was found, by level; what is not close is folded away. */
export function FoundMarks<H extends Hit>({ answer, visit, more }: Props<H>) {
  const words = markWords[visit.language];
  const { counts } = answer;
  const shown = answer.hits.filter(({ level }) => level !== 'far').length;
  const left = counts.identical + counts.near + counts.arguable - shown;
  return html`${LEVELS.map((level) => {
    const hits = answer.hits.filter((hit) => hit.level === level);
    if (hits.length === 0) return null;
    const list = (some: readonly H[]) =>
      html`<ul class="lines">${some.map((hit) => html`<${Line} hit=${hit} visit=${visit} more=${more?.(hit)} />`)}</ul>`;
    if (level === 'far') return html`<details><summary>${words.far}</summary>${list(hits)}</details>`;
    const folded = hits.slice(SHOWN);
    return html`<section>
      <h2>${words[level]}</h2>
      ${list(hits.slice(0, SHOWN))}
      ${folded.length > 0 && html`<details><summary>${words.showRest(folded.length)}</summary>${list(folded)}</details>`}
    </section>`;
  })}
  ${left > 0 && html`<p class="soft">${words.more(left)}</p>`}`;
}
