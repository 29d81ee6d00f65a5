import { lawNumber } from '@jince/law';
import type { Ctx } from '../../../../platform/context/context.ts';
import { definePage, type PageAnswer, type Visit } from '../../../../platform/http/public-page.ts';
import { type Receipt, reportForm } from '../../../reports/index.ts';
import { momentOf } from '../../parts/moment.ts';
import { hrefOf } from '../../site/addresses.ts';
import { drawPage } from '../../site/draw-page.ts';
import { html } from '../../site/html.ts';
import { reportWords } from '../../words/reports.ts';
import { type Filled, reportFields, takePosted } from './posted-report.ts';
import { Problems, ReportFields } from './report-fields.ts';

const POSTS_PER_MINUTE = 20;
const MOST_FILES = 12;
const MB = 1024 * 1024;
/** A little above the limit: what is over it is refused at its field, with everything else kept. */
const MOST_FILE_BYTES = 21 * MB;

const EMPTY: Filled = { values: {}, papers: [], problems: [] };

function drawForm(ctx: Ctx, visit: Visit, filled: Filled): PageAnswer {
  const words = reportWords[visit.language];
  const body = html`<${Problems} visit=${visit} filled=${filled} />
    <section class="notice">
      <h2>${words.noticeTitle}</h2>
      <ul class="bullets">
        <li>${words.noticeLaw}</li>
        <li>${words.noticeProtect}</li>
        <li>${words.noticeTrue} ${words.urgent(reportForm(ctx).hotline)}</li>
      </ul>
    </section>
    <${ReportFields} ctx=${ctx} visit=${visit} filled=${filled} />`;
  return drawPage(ctx, visit, {
    title: words.title,
    description: words.intro,
    lead: html`<p>${words.intro}</p>
      <p><a href=${hrefOf(visit.language, '/reports/status')}>${words.follow}</a></p>`,
    section: 'reports',
    body,
    ...(filled.problems.length > 0 ? { status: 422, hidden: true } : {}),
  });
}

interface Sent {
  readonly receipt: Receipt;
  readonly papers: number;
  readonly sort: 'tip' | 'complaint';
}

function drawReceipt(ctx: Ctx, visit: Visit, { receipt, papers, sort }: Sent): PageAnswer {
  const words = reportWords[visit.language];
  const next =
    sort === 'tip'
      ? words.nextTip(lawNumber('reports.tip.verification', ctx.today).value)
      : words.nextComplaint(lawNumber('reports.complaint.acceptance', ctx.today).value);
  const body = html`<dl class="receipt">
      <div><dt>${words.receipt}</dt><dd class="code">${receipt.receipt}</dd></div>
      <div><dt>${words.code}</dt><dd class="code">${receipt.code}</dd></div>
      <div><dt>${words.receivedAt}</dt><dd>${momentOf(receipt.receivedAt)}</dd></div>
      ${papers > 0 && html`<div><dt>${words.papersKept}</dt><dd>${words.papersCount(papers)}</dd></div>`}
    </dl>
    <section class="prose">
      <h2>${words.next}</h2>
      <p>${words[receipt.way]}${receipt.way === 'taken-up' && ` ${next}`}</p>
    </section>
    <p class="files no-print">
      <a href=${hrefOf(visit.language, '/reports/status')}>${words.follow}</a>
      <a href=${hrefOf(visit.language, '/reports')}>${words.another}</a>
    </p>`;
  return drawPage(ctx, visit, {
    title: words.receiptTitle,
    lead: words.receiptLead,
    section: 'reports',
    crumbs: [{ label: words.title, path: '/reports' }],
    hidden: true,
    body,
  });
}

/** The form, empty. */
export const reportPage = definePage({
  name: 'reports.form',
  path: '/reports',
  render: async (ctx, { visit }) => drawForm(ctx, visit, EMPTY),
});

/** The form as it was posted: a receipt, or the form again with what is wrong and nothing lost. */
export const sendReport = definePage({
  name: 'reports.send',
  path: '/reports',
  method: 'POST',
  form: reportFields,
  upload: { files: MOST_FILES, fileBytes: MOST_FILE_BYTES },
  perMinute: POSTS_PER_MINUTE,
  render: async (ctx, { visit, form, files }) => {
    const taken = await takePosted(
      ctx,
      form,
      files.filter((file) => file.field === 'papers'),
    );
    return 'receipt' in taken ? drawReceipt(ctx, visit, taken) : drawForm(ctx, visit, taken);
  },
});
