import type { PolicyItemView } from '@jince/contract';
import type { Visit } from '../../../../platform/http/public-page.ts';
import { partyKindLabels } from '../../../parties/index.ts';
import { FactList, Several } from '../../parts/fact-list.ts';
import { Example } from '../../parts/marks.ts';
import { html } from '../../site/html.ts';
import { policyWords } from '../../words/policies.ts';

interface Drawn {
  readonly item: PolicyItemView;
  readonly example: boolean;
  readonly visit: Visit;
}

function beneficiaries(item: PolicyItemView, { language }: Visit): string {
  const labels = partyKindLabels as Readonly<Record<string, { zh: string; en: string }>>;
  return item.beneficiaries.map((kind) => labels[kind]?.[language] ?? kind).join(language === 'zh' ? '、' : ', ');
}

function Amount({ item, example, visit }: Drawn) {
  return html`<span class="amount">${item.amount}</span>${example && html` <${Example} visit=${visit} />`}`;
}

/** One item in plain words: for whom, on what conditions, how much. */
export function PolicyItem({ item, example, visit }: Drawn) {
  const words = policyWords[visit.language];
  const { achievement } = item;
  return html`<article class="policy-item" id=${item.code}>
    <h3 lang="zh-CN">${item.name}</h3>
    <p class="soft" lang="zh-CN">${item.clause}</p>
    <${FactList}
      lines=${[
        [words.amount, html`<${Amount} item=${item} example=${example} visit=${visit} />`],
        [words.limits, item.limits.length === 0 ? null : html`<${Several} texts=${item.limits} />`],
        [words.who, beneficiaries(item, visit)],
        [words.condition, item.eligibility.text === 'true' ? null : (item.eligibility.sentence ?? words.noSentence)],
        [words.what, achievement.label],
        [words.rule, achievement.rule.text === 'true' ? null : (achievement.rule.sentence ?? words.noSentence)],
        [words.period, words.until(item.achieved.from, item.achieved.to)],
        [words.stacking, item.stacking],
        [words.repeat, achievement.repeat],
        [words.checked, html`<${Several} texts=${item.checks.map((check) => check.label)} />`],
        [
          words.materials,
          html`<${Several}
            texts=${item.materials.map(({ label, fromRegister }) => `${label}${fromRegister ? words.fromRegister : ''}`)}
          />`,
        ],
        [words.publicity, words.publicityDays(item.publicityWorkingDays)],
        [words.original, html`<span lang="zh-CN">${item.text}</span>`],
      ].filter(([label]) => label !== words.checked || item.checks.length > 0)}
    />
  </article>`;
}
