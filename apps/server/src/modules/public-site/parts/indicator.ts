import type { Visit } from '../../../platform/http/public-page.ts';
import type { PublicIndicator } from '../../plan/index.ts';
import { html } from '../site/html.ts';
import { planWords } from '../words/plan.ts';
import { siteWords } from '../words/site.ts';
import { figureText } from './figure-text.ts';
import { TrendLine } from './trend-line.ts';

interface Drawn {
  readonly one: PublicIndicator;
  readonly visit: Visit;
}

/** A figure with its unit; the exact one where it is written in ten thousands. */
export function Figure({ one, visit }: Drawn) {
  const words = planWords[visit.language];
  if (one.value === null) return html`<span class="no-figure">${words.noFigure}</span>`;
  return html`<span class="figure" title=${one.value.toLocaleString('en-US')}
    ><b>${figureText(one.value, one.decimals, visit.language)}</b> <span>${one.unit}</span></span
  >`;
}

export function Target({ one, visit }: Drawn) {
  const words = planWords[visit.language];
  if (one.target === null || one.target === undefined) return null;
  const value = `${figureText(one.target.value, one.decimals, visit.language)}${visit.language === 'zh' ? '' : ' '}${one.unit}`;
  return html`<p class="target">
    ${words.target(one.target.year, value)}
    ${
      one.target.basis === 'example' &&
      html` <span class="mark example" title=${words.exampleTargetWhy}>${words.exampleTarget}</span>`
    }
  </p>`;
}

function Trend({ one, visit }: Drawn) {
  const words = planWords[visit.language];
  const known = one.trend.filter((point) => point.value !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return null;
  const text = (value: number | null) => figureText(value ?? 0, one.decimals, visit.language);
  const label = `${one.label}：${words.trendFrom(first.on, last.on, text(first.value), text(last.value))}`;
  return html`<${TrendLine} points=${one.trend} label=${label} />`;
}

/** One figure with what it counts, where from, as of when. */
export function IndicatorLine({ one, visit, asOf }: Drawn & { asOf: string }) {
  const words = planWords[visit.language];
  const zh = visit.language === 'en' ? 'zh-CN' : undefined;
  return html`<li class="indicator" id=${one.code}>
    <div class="indicator-figure">
      <h3>${one.label}</h3>
      <${Figure} one=${one} visit=${visit} />
      <${Target} one=${one} visit=${visit} />
      <${Trend} one=${one} visit=${visit} />
    </div>
    <dl>
      <div><dt>${words.definition}</dt><dd lang=${zh}>${one.definition}</dd></div>
      ${one.source !== null && html`<div><dt>${words.source}</dt><dd lang=${zh}>${one.source}</dd></div>`}
      <div><dt>${siteWords[visit.language].asOf('')}</dt><dd>${asOf}</dd></div>
    </dl>
  </li>`;
}
