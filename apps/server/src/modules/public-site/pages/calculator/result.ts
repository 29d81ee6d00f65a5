import type { ItemAnswer } from '@jince/entitlements';
import type { Visit } from '../../../../platform/http/public-page.ts';
import type { PolicyResult } from '../../calculator/work-out.ts';
import { Example, Mark } from '../../parts/marks.ts';
import { hrefOf } from '../../site/addresses.ts';
import { html } from '../../site/html.ts';
import { calculatorWords } from '../../words/calculator.ts';
import { siteWords } from '../../words/site.ts';

const FEN = 100;

export function yuanText(fen: number, visit: Visit): string {
  const text = (fen / FEN).toLocaleString(visit.language === 'zh' ? 'zh-CN' : 'en-US');
  return visit.language === 'zh' ? `${text} 元` : `CNY ${text}`;
}

interface Shown {
  readonly answer: ItemAnswer;
  readonly result: PolicyResult;
  readonly visit: Visit;
}

const fenOf = (answer: ItemAnswer) => answer.entitlements.reduce((sum, one) => sum + one.fen, 0);

function Outcome({ answer, visit }: Shown) {
  const words = calculatorWords[visit.language];
  const fen = fenOf(answer);
  if (fen > 0) return html`<${Mark} tone="good">${words.got} ${yuanText(fen, visit)}<//>`;
  const open = answer.refusals.length > 0 && answer.refusals.every(({ code }) => code === 'unknown');
  return html`<${Mark} tone=${open ? 'warn' : 'plain'}>${open ? words.unknown : words.not}<//>`;
}

interface Reason {
  readonly text: string;
  /** Article or clause in the words of the policy: Chinese. */
  readonly article: string | null;
}

function Reasons({ title, reasons }: { title: string; reasons: readonly Reason[] }) {
  if (reasons.length === 0) return null;
  const each = new Map(reasons.map((one) => [one.text, one]));
  return html`<h4>${title}</h4>
    <ul class="bullets">
      ${[...each.values()].map(
        ({ text, article }) =>
          html`<li>${text}${article !== null && html` <span class="soft" lang="zh-CN">${article}</span>`}</li>`,
      )}
    </ul>`;
}

function Item({ answer, result, visit }: Shown) {
  const words = calculatorWords[visit.language];
  const say = ({ text, en, article }: ItemAnswer['refusals'][number]): Reason => ({
    text: visit.language === 'en' ? (en ?? text) : text,
    article,
  });
  const missing = answer.refusals.filter(({ code }) => code === 'unknown').map(say);
  const refused = answer.refusals.filter(({ code }) => code !== 'unknown').map(say);
  return html`<li class="worked">
    <h3 lang="zh-CN">${answer.name}</h3>
    <p class="marks">
      <${Outcome} answer=${answer} result=${result} visit=${visit} />
      ${result.policy.example && html`<${Example} visit=${visit} />`}
    </p>
    <p class="soft">
      ${words.clause}${siteWords[visit.language].colon}<span lang="zh-CN">${answer.clause}</span> ·
      <a href=${`${hrefOf(visit.language, `/policies/${result.policy.code}`)}#${answer.item}`}>${words.read}</a>
    </p>
    <${Reasons}
      title=${words.steps}
      reasons=${answer.entitlements.flatMap(({ steps }) =>
        steps.map(({ text, en, fen }) => ({
          text: `${visit.language === 'en' ? (en ?? text) : text}${siteWords[visit.language].colon}${yuanText(fen, visit)}`,
          article: null,
        })),
      )}
    />
    <${Reasons} title=${fenOf(answer) > 0 ? words.whyNotMore : words.why} reasons=${refused} />
    <${Reasons} title=${words.missing} reasons=${missing} />
  </li>`;
}

/** What came out, item by item, with clause, arithmetic, reasons and what is missing. */
export function Result({ results, visit }: { results: readonly PolicyResult[]; visit: Visit }) {
  const words = calculatorWords[visit.language];
  const fen = results.reduce((sum, one) => sum + one.fen, 0);
  return html`<section class="result" role="status">
      <p class="result-sum">${fen > 0 ? words.sum(yuanText(fen, visit)) : words.nothing}</p>
      <p class="soft">${words.disclaimer}</p>
      ${words.inChinese !== '' && html`<p class="soft">${words.inChinese}</p>`}
    </section>
    ${results.map(
      (result) => html`<section>
        <h2 lang="zh-CN">${result.policy.title}</h2>
        <ul class="worked-items">
          ${result.answers.map((answer) => html`<${Item} answer=${answer} result=${result} visit=${visit} />`)}
        </ul>
      </section>`,
    )}`;
}
