import { z } from 'zod';
import type { Ctx } from '../../../../platform/context/context.ts';
import { definePage, type PageAnswer, type Visit } from '../../../../platform/http/public-page.ts';
import { choosePolicies, chosenItems, visitorFields } from '../../calculator/choose.ts';
import { makeQuestionnaire } from '../../calculator/questions.ts';
import { MOST_ROWS, readAnswers, type Typed } from '../../calculator/read-answers.ts';
import { workOut } from '../../calculator/work-out.ts';
import { drawPage } from '../../site/draw-page.ts';
import { type Content, html } from '../../site/html.ts';
import { siteVersion } from '../../site/site-version.ts';
import { calculatorWords } from '../../words/calculator.ts';
import { ChooseForm } from './choose-page.ts';
import { type AskProps, QuestionForm } from './question-form.ts';
import { Result } from './result.ts';

const ANSWERS_PER_MINUTE = 60;

const base = { ...visitorFields, item: chosenItems };
type Base = z.output<z.ZodObject<typeof base>>;

const crumbs = (visit: Visit) => [{ label: calculatorWords[visit.language].title, path: '/calculator' }];

function draw(ctx: Ctx, visit: Visit, title: string, lead: string, body: Content): PageAnswer {
  return drawPage(ctx, visit, { title, lead, section: 'calculator', crumbs: crumbs(visit), hidden: true, body });
}

async function chooseAgain(ctx: Ctx, visit: Visit): Promise<PageAnswer> {
  const words = calculatorWords[visit.language];
  const policies = await choosePolicies(ctx);
  const body = html`<p class="error" role="alert">${words.choosePlease}</p>
    <${ChooseForm} ctx=${ctx} policies=${policies} visit=${visit} />`;
  return draw(ctx, visit, words.title, words.intro, body);
}

const carried = ({ kind, town, item }: Base): AskProps['base'] => ({ kind, town, items: item });

/** Step two: the questions the chosen rules need answered. */
export const questionsPage = definePage({
  name: 'calculator.questions',
  path: '/calculator/questions',
  query: z.object(base),
  version: siteVersion,
  render: async (ctx, { visit, query }) => {
    const policies = await choosePolicies(ctx, query.item);
    if (policies.length === 0) return chooseAgain(ctx, visit);
    const words = calculatorWords[visit.language];
    const questionnaire = makeQuestionnaire(policies, ctx.services.facts.catalogue, visit.language);
    const ask = { visit, questionnaire, typed: {}, wrong: new Set<string>(), base: carried(query), rows: 1 };
    const body = html`<p class="notice">${words.private}</p>
      <${QuestionForm} ask=${ask} />`;
    return draw(ctx, visit, words.questions, words.questionsHint, body);
  },
});

const typedForm = z
  .record(z.string().max(200), z.union([z.string().max(400), z.array(z.string().max(400))]))
  .transform((fields) => ({
    ...z
      .object({
        ...base,
        rows: z.coerce.number().int().min(1).max(MOST_ROWS).catch(1),
        more: z.string().optional().catch(undefined),
      })
      .parse(fields),
    typed: Object.fromEntries(Object.entries(fields).filter(([, value]) => typeof value === 'string')) as Typed,
  }));

/** What it comes to; nothing of it is kept. */
export const answerPage = definePage({
  name: 'calculator.answer',
  path: '/calculator/answer',
  method: 'POST',
  form: typedForm,
  perMinute: ANSWERS_PER_MINUTE,
  render: async (ctx, { visit, form }) => {
    const policies = await choosePolicies(ctx, form.item);
    if (policies.length === 0) return chooseAgain(ctx, visit);
    const words = calculatorWords[visit.language];
    const questionnaire = makeQuestionnaire(policies, ctx.services.facts.catalogue, visit.language);
    const answers = readAnswers(questionnaire, form.typed);
    const more = form.more !== undefined;
    const rows = more ? Math.min(form.rows + 1, MOST_ROWS) : form.rows;
    const ask = { visit, questionnaire, typed: form.typed, wrong: answers.wrong, base: carried(form), rows };
    const again = html`<${QuestionForm} ask=${ask} />`;
    if (more) return draw(ctx, visit, words.questions, words.questionsHint, again);
    if (answers.wrong.size > 0)
      return draw(
        ctx,
        visit,
        words.questions,
        words.questionsHint,
        html`<p class="error" role="alert">${words.wrongMore}</p>${again}`,
      );
    const who = { kind: form.kind, town: form.town === 'outside' ? null : form.town };
    const results = workOut(policies, who, answers, ctx.today);
    const body = html`<${Result} results=${results} visit=${visit} />
      <details class="again no-print"><summary>${words.again}</summary>${again}</details>`;
    return draw(ctx, visit, words.result, words.private, body);
  },
});

/** An answer is a page of its own, not an address: who opens it begins anew. */
export const answerAddress = definePage({
  name: 'calculator.begin',
  path: '/calculator/answer',
  render: async (_ctx, { visit }) => ({
    kind: 'redirect',
    to: visit.language === 'en' ? '/public/en/calculator' : '/public/calculator',
  }),
});
