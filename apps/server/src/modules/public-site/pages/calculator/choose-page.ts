import type { Ctx } from '../../../../platform/context/context.ts';
import { definePage, type Visit } from '../../../../platform/http/public-page.ts';
import { partyKindLabels } from '../../../parties/index.ts';
import { choosePolicies } from '../../calculator/choose.ts';
import type { ChosenPolicy } from '../../calculator/questions.ts';
import { Field, Select } from '../../parts/field.ts';
import { Example } from '../../parts/marks.ts';
import { hrefOf } from '../../site/addresses.ts';
import { drawPage } from '../../site/draw-page.ts';
import { html } from '../../site/html.ts';
import { siteVersion } from '../../site/site-version.ts';
import { calculatorWords } from '../../words/calculator.ts';

interface Drawn {
  readonly policies: readonly ChosenPolicy[];
  readonly visit: Visit;
}

/** Kinds some item is for, in the order of the labels. */
function kindChoices({ policies, visit }: Drawn) {
  const wanted = new Set(policies.flatMap(({ items }) => items.flatMap(({ beneficiaries }) => [...beneficiaries])));
  return Object.entries(partyKindLabels)
    .filter(([kind]) => wanted.has(kind))
    .map(([value, label]) => ({ value, label: label[visit.language] }));
}

function Items({ policies, visit }: Drawn) {
  const words = calculatorWords[visit.language];
  return html`<fieldset>
    <legend>${words.which}</legend>
    <p class="hint">${words.whichHint}</p>
    ${policies.map(
      (policy) => html`<div class="choice-group" lang="zh-CN">
        <h3>${policy.title} ${policy.example && html`<${Example} visit=${visit} />`}</h3>
        <ul class="choices-list">
          ${policy.items.map(({ item }) => {
            const value = `${policy.code}.${item.code}`;
            return html`<li>
              <input type="checkbox" name="item" value=${value} id=${value} />
              <label for=${value}>${item.name}</label>
            </li>`;
          })}
        </ul>
      </div>`,
    )}
  </fieldset>`;
}

export function ChooseForm({ ctx, policies, visit }: Drawn & { ctx: Ctx }) {
  const words = calculatorWords[visit.language];
  const towns = ctx.services.jurisdiction.towns.map(({ code, name }) => ({ value: code, label: name }));
  return html`<form class="ask" action=${hrefOf(visit.language, '/calculator/questions')}>
    <h2>${words.step1}</h2>
    <div class="field-pair">
      <${Field} id="kind" label=${words.kind}>
        <${Select} id="kind" name="kind" choices=${kindChoices({ policies, visit })} />
      <//>
      <${Field} id="town" label=${words.town}>
        <${Select} id="town" name="town" choices=${[...towns, { value: 'outside', label: words.outside }]} />
      <//>
    </div>
    <${Items} policies=${policies} visit=${visit} />
    <p><button class="button primary" type="submit">${words.next}</button></p>
  </form>`;
}

/** Step one: what kind of body, where, and which incentives. */
export const choosePage = definePage({
  name: 'calculator.choose',
  path: '/calculator',
  version: siteVersion,
  render: async (ctx, { visit }) => {
    const words = calculatorWords[visit.language];
    const policies = await choosePolicies(ctx);
    const body = html`<p class="notice">${words.private}</p>
      <${ChooseForm} ctx=${ctx} policies=${policies} visit=${visit} />`;
    return drawPage(ctx, visit, { title: words.title, description: words.intro, section: 'calculator', body });
  },
});
