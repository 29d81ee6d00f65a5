import type { Ctx } from '../../../../platform/context/context.ts';
import type { Visit } from '../../../../platform/http/public-page.ts';
import { carryPaper, FIELD_LENGTH, newFormKey, reportForm } from '../../../reports/index.ts';
import { Field, Select } from '../../parts/field.ts';
import { hrefOf } from '../../site/addresses.ts';
import { type Content, html } from '../../site/html.ts';
import { reportWords } from '../../words/reports.ts';
import type { Filled } from './posted-report.ts';

interface Drawn {
  readonly ctx: Ctx;
  readonly visit: Visit;
  readonly filled: Filled;
}

const KB = 1024;
const sizeOf = (bytes: number): string =>
  bytes < KB * KB ? `${Math.max(1, Math.round(bytes / KB))} KB` : `${(bytes / KB / KB).toFixed(1)} MB`;
const ACCEPTED = '.pdf,.jpg,.jpeg,.png,.webp,.docx,.xlsx,.ofd';
const idOf = (field: string) => `report-${field}`;
const problemAt = ({ problems }: Filled, field: string) =>
  problems
    .filter((one) => one.field === field)
    .map((one) => one.text)
    .join(' ') || undefined;

function described(field: string, hint: string | undefined, error: string | undefined): string | undefined {
  const ids = [hint !== undefined && `${idOf(field)}-hint`, error !== undefined && `${idOf(field)}-error`];
  return ids.filter(Boolean).join(' ') || undefined;
}

type TextField = 'subjectName' | 'subjectUscc' | 'happenedOn' | 'name' | 'phone' | 'email';

interface LineProps extends Drawn {
  readonly field: TextField;
  readonly hint?: string;
  readonly type?: string;
  readonly required?: boolean;
  readonly autocomplete?: string;
}

function Line({ visit, filled, field, hint, type = 'text', required, autocomplete = 'off' }: LineProps) {
  const error = problemAt(filled, field);
  return html`<${Field} id=${idOf(field)} label=${reportWords[visit.language][field]} hint=${hint} error=${error}>
    <input
      id=${idOf(field)}
      name=${field}
      type=${type}
      value=${filled.values[field] ?? ''}
      maxlength=${field in FIELD_LENGTH ? FIELD_LENGTH[field as 'name'] : 40}
      autocomplete=${autocomplete}
      aria-required=${required === true ? 'true' : undefined}
      aria-invalid=${error === undefined ? undefined : 'true'}
      aria-describedby=${described(field, hint, error)}
    />
  <//>`;
}

function Area({
  visit,
  filled,
  field,
  hint,
  rows,
}: Drawn & { field: 'statement' | 'wish'; hint: string; rows: number }) {
  const error = problemAt(filled, field);
  return html`<${Field} id=${idOf(field)} label=${reportWords[visit.language][field]} hint=${hint} error=${error}>
    <textarea
      id=${idOf(field)}
      name=${field}
      rows=${rows}
      maxlength=${FIELD_LENGTH[field]}
      aria-required=${field === 'statement' ? 'true' : undefined}
      aria-invalid=${error === undefined ? undefined : 'true'}
      aria-describedby=${described(field, hint, error)}
      value=${filled.values[field] ?? ''}
    ></textarea>
  <//>`;
}

function Tick(props: {
  type: 'radio' | 'checkbox';
  name: string;
  value: string;
  checked: boolean;
  id: string;
  error?: string | undefined;
  children: Content;
}) {
  const { type, name, value, checked, id, error, children } = props;
  return html`<div class="tick">
    <input
      type=${type}
      id=${id}
      name=${name}
      value=${value}
      checked=${checked}
      aria-invalid=${error === undefined ? undefined : 'true'}
      aria-describedby=${error === undefined ? undefined : `${id}-error`}
    />
    <label for=${id}>${children}</label>
    ${error !== undefined && html`<p class="error" id=${`${id}-error`}>${error}</p>`}
  </div>`;
}

function Sort({ visit, filled }: Drawn) {
  const words = reportWords[visit.language];
  const chosen = filled.values.sort ?? '';
  const error = problemAt(filled, 'sort');
  const errorId = error === undefined ? undefined : `${idOf('sort')}-error`;
  return html`<fieldset aria-describedby=${errorId}>
    <legend>${words.sortLegend}</legend>
    <${Tick} type="radio" name="sort" value="tip" id=${idOf('sort')} checked=${chosen === 'tip'}>${words.tip}<//>
    <${Tick} type="radio" name="sort" value="complaint" id="report-sort-complaint" checked=${chosen === 'complaint'}>${words.complaint}<//>
    ${error !== undefined && html`<p class="error" id=${errorId}>${error}</p>`}
  </fieldset>`;
}

function About(props: Drawn) {
  const { ctx, visit, filled } = props;
  const words = reportWords[visit.language];
  const { kinds, towns } = reportForm(ctx);
  return html`<fieldset>
    <legend>${words.aboutLegend}</legend>
    <div class="stack">
      <${Field} id=${idOf('kind')} label=${words.kind} error=${problemAt(filled, 'kind')}>
        <${Select}
          id=${idOf('kind')}
          name="kind"
          value=${filled.values.kind}
          choices=${[
            { value: '', label: words.choose },
            ...kinds.map(({ kind, label, help }) => ({
              value: kind,
              label: visit.language === 'zh' ? `${label.zh}（${help.zh}）` : label.en,
            })),
          ]}
        />
      <//>
      <${Line} ...${props} field="subjectName" required />
      <div class="row-fields">
        <${Line} ...${props} field="subjectUscc" hint=${words.subjectUsccHint} />
        <${Field} id=${idOf('townCode')} label=${words.townCode} error=${problemAt(filled, 'townCode')}>
          <${Select}
            id=${idOf('townCode')}
            name="townCode"
            value=${filled.values.townCode}
            choices=${[{ value: '', label: words.townUnsure }, ...towns.map(({ code, name }) => ({ value: code, label: name }))]}
          />
        <//>
        <${Line} ...${props} field="happenedOn" type="date" hint=${words.happenedOnHint} />
      </div>
      <${Area} ...${props} field="statement" hint=${words.statementHint} rows=${8} />
      <${Area} ...${props} field="wish" hint=${words.wishHint} rows=${3} />
    </div>
  </fieldset>`;
}

function Papers({ ctx, visit, filled, formKey }: Drawn & { formKey: string }) {
  const words = reportWords[visit.language];
  const { mostPapers, mostMegabytes } = reportForm(ctx);
  const hint = words.papersHint(mostPapers, mostMegabytes);
  const error = problemAt(filled, 'papers');
  return html`<fieldset>
    <legend>${words.papersLegend}</legend>
    <div class="stack">
      ${
        filled.papers.length > 0 &&
        html`<div>
          <p>${words.kept}</p>
          ${filled.papers.map(
            (paper, at) =>
              html`<${Tick} type="checkbox" name="paper" value=${carryPaper(ctx, formKey, paper)} id=${`report-kept-${at}`} checked>
                ${paper.fileName} <span class="soft">${sizeOf(paper.size)}</span>
              <//>`,
          )}
        </div>`
      }
      <${Field} id=${idOf('papers')} label=${words.papers} hint=${hint} error=${error}>
        <input
          id=${idOf('papers')}
          name="papers"
          type="file"
          multiple
          accept=${ACCEPTED}
          aria-invalid=${error === undefined ? undefined : 'true'}
          aria-describedby=${described('papers', hint, error)}
        />
      <//>
    </div>
  </fieldset>`;
}

function Who(props: Drawn) {
  const { visit, filled } = props;
  const words = reportWords[visit.language];
  return html`<fieldset>
    <legend>${words.whoLegend}</legend>
    <div class="stack">
      <div>
        <${Tick} type="checkbox" name="anonymous" value="yes" id=${idOf('anonymous')} checked=${filled.values.anonymous === 'yes'}>
          ${words.anonymous}
        <//>
        <p class="hint">${words.anonymousHint}</p>
      </div>
      <div class="row-fields">
        <${Line} ...${props} field="name" autocomplete="name" />
        <${Line} ...${props} field="phone" type="tel" hint=${words.contactHint} autocomplete="tel" />
        <${Line} ...${props} field="email" type="email" autocomplete="email" />
      </div>
    </div>
  </fieldset>`;
}

/** What is wrong, above the form, each a link to its field. */
export function Problems({ visit, filled }: Pick<Drawn, 'visit' | 'filled'>) {
  const words = reportWords[visit.language];
  if (filled.problems.length === 0) return null;
  return html`<section class="problems" role="alert" tabindex="-1" id="problems">
    <h2>${words.wrong}</h2>
    <p>${words.wrongText}</p>
    <ul class="bullets">
      ${filled.problems.map((one) =>
        one.field === 'form'
          ? html`<li>${one.text}</li>`
          : html`<li><a href=${`#${idOf(one.field)}`}>${one.text}</a></li>`,
      )}
    </ul>
  </section>`;
}

/** The form with what was given so far; each drawing has a key of its own, so one form is one report. */
export function ReportFields(props: Drawn) {
  const { ctx, visit, filled } = props;
  const words = reportWords[visit.language];
  const formKey = newFormKey(ctx);
  return html`<form
    class="ask"
    method="post"
    enctype="multipart/form-data"
    action=${hrefOf(visit.language, '/reports')}
    novalidate
  >
    <input type="hidden" name="key" value=${formKey} />
    <${Sort} ...${props} />
    <${About} ...${props} />
    <${Papers} ...${props} formKey=${formKey} />
    <${Who} ...${props} />
    <${Tick} type="checkbox" name="consent" value="yes" id=${idOf('consent')} checked=${filled.values.consent === 'yes'} error=${problemAt(filled, 'consent')}>
      ${words.consent}
    <//>
    <p class="ask-do"><button class="button primary" type="submit">${words.send}</button></p>
  </form>`;
}
