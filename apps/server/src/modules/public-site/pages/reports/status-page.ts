import { z } from 'zod';
import type { Ctx } from '../../../../platform/context/context.ts';
import { AppError } from '../../../../platform/errors/errors.ts';
import { definePage, type PageAnswer, type Visit } from '../../../../platform/http/public-page.ts';
import { findReportStatus, type ReportStatus } from '../../../reports/index.ts';
import { Field } from '../../parts/field.ts';
import { Mark, type Tone } from '../../parts/marks.ts';
import { momentOf } from '../../parts/moment.ts';
import { hrefOf } from '../../site/addresses.ts';
import { drawPage } from '../../site/draw-page.ts';
import { type Content, html } from '../../site/html.ts';
import { reportWords } from '../../words/reports.ts';

const QUERIES_PER_MINUTE = 20;
const LONGEST = 80;

const TONES: Readonly<Record<string, Tone>> = { answered: 'good', assigned: 'info', handling: 'info', held: 'warn' };

const typed = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => (typeof value === 'string' ? value : (value[0] ?? '')).slice(0, LONGEST))
  .catch('');

function Ask({ visit, receipt, error }: { visit: Visit; receipt: string; error?: string | undefined }) {
  const words = reportWords[visit.language];
  return html`<form class="ask" method="post" action=${hrefOf(visit.language, '/reports/status')}>
    <fieldset>
      <legend class="unseen">${words.statusTitle}</legend>
      <div class="row-fields">
        <${Field} id="status-receipt" label=${words.receipt} error=${error}>
          <input
            id="status-receipt"
            name="receipt"
            value=${receipt}
            maxlength="40"
            autocomplete="off"
            spellcheck="false"
            aria-invalid=${error === undefined ? undefined : 'true'}
            aria-describedby=${error === undefined ? undefined : 'status-receipt-error'}
          />
        <//>
        <${Field} id="status-code" label=${words.code} hint=${words.codeHint}>
          <input id="status-code" name="code" maxlength="40" autocomplete="off" spellcheck="false" aria-describedby="status-code-hint" />
        <//>
      </div>
    </fieldset>
    <p class="ask-do"><button class="button primary" type="submit">${words.look}</button></p>
  </form>`;
}

function Standing({ visit, status }: { visit: Visit; status: ReportStatus }) {
  const { language } = visit;
  const words = reportWords[language];
  return html`<dl class="facts">
      <div><dt>${words.receipt}</dt><dd class="code">${status.receipt}</dd></div>
      <div><dt>${words.subject}</dt><dd lang="zh-CN">${status.subjectName}</dd></div>
      <div><dt>${words.kind}</dt><dd>${status.sort[language]} · ${status.kind[language]}</dd></div>
      <div><dt>${words.state}</dt><dd><${Mark} tone=${TONES[status.state] ?? 'plain'}>${status.stateLabel[language]}<//></dd></div>
      ${
        status.dueOn !== null &&
        html`<div><dt>${words.dueOn}</dt><dd lang="zh-CN">${words.dueText(status.dueOn, status.article ?? '')}</dd></div>`
      }
    </dl>
    <p class="prose">${status.meaning[language]}</p>
    ${
      status.reply !== null &&
      html`<section class="prose">
        <h2>${words.reply}</h2>
        ${status.outcome !== null && html`<p><b>${status.outcome[language]}</b></p>`}
        <blockquote class="reply" lang="zh-CN">${status.reply}</blockquote>
        ${status.repliedAt !== null && html`<p class="soft">${words.repliedAt(momentOf(status.repliedAt))}</p>`}
      </section>`
    }
    <section>
      <h2>${words.steps}</h2>
      <ol class="lines">
        ${status.steps.map((step) => html`<li><b>${step.label[language]}</b><span class="soft">${momentOf(step.at)}</span></li>`)}
      </ol>
    </section>`;
}

function draw(ctx: Ctx, visit: Visit, body: Content, status?: number): PageAnswer {
  const words = reportWords[visit.language];
  return drawPage(ctx, visit, {
    title: words.statusTitle,
    description: words.statusIntro,
    section: 'reports',
    crumbs: [{ label: words.title, path: '/reports' }],
    body,
    ...(status === undefined ? {} : { status, hidden: true }),
  });
}

export const statusPage = definePage({
  name: 'reports.status',
  path: '/reports/status',
  render: async (ctx, { visit }) => draw(ctx, visit, html`<${Ask} visit=${visit} receipt="" />`),
});

/** Number and code are posted, so that neither stands in an address or a log. */
export const queryStatus = definePage({
  name: 'reports.query',
  path: '/reports/status',
  method: 'POST',
  form: z.object({ receipt: typed, code: typed }),
  perMinute: QUERIES_PER_MINUTE,
  render: async (ctx, { visit, form }) => {
    try {
      const status = await findReportStatus(ctx, form);
      return draw(ctx, visit, html`<${Standing} visit=${visit} status=${status} />`, 200);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const said = ctx.services.sentence(error, visit.language);
      return draw(ctx, visit, html`<${Ask} visit=${visit} receipt=${form.receipt} error=${said.text} />`, said.status);
    }
  },
});
