import type { Visit } from '../../../../platform/http/public-page.ts';
import type { Question, Questionnaire, RowQuestions } from '../../calculator/questions.ts';
import { generalName, MOST_ROWS, rowName, type Typed } from '../../calculator/read-answers.ts';
import { Field, Select } from '../../parts/field.ts';
import { hrefOf } from '../../site/addresses.ts';
import { html } from '../../site/html.ts';
import { calculatorWords } from '../../words/calculator.ts';

export interface AskProps {
  readonly visit: Visit;
  readonly questionnaire: Questionnaire;
  readonly typed: Typed;
  readonly wrong: ReadonlySet<string>;
  /** Carried along: kind, town and the chosen items. */
  readonly base: { readonly kind: string; readonly town: string; readonly items: readonly string[] };
  /** Rows shown of each group of rows. */
  readonly rows: number;
}

interface One {
  readonly ask: AskProps;
  readonly question: Question;
  readonly name: string;
}

function Control({ ask, question, name }: One) {
  const words = calculatorWords[ask.visit.language];
  const id = `q-${name}`;
  const value = ask.typed[name] ?? '';
  if (question.type === 'bool')
    return html`<${Select}
      id=${id}
      name=${name}
      value=${value}
      choices=${[
        { value: '', label: words.unsure },
        { value: 'yes', label: words.yes },
        { value: 'no', label: words.no },
      ]}
    />`;
  if (question.type === 'choice')
    return html`<${Select} id=${id} name=${name} value=${value} choices=${[{ value: '', label: words.blank }, ...question.choices]} />`;
  const described = [question.hint !== undefined && `${id}-hint`, ask.wrong.has(name) && `${id}-error`]
    .filter(Boolean)
    .join(' ');
  return html`<input
    id=${id}
    name=${name}
    value=${value}
    type=${question.type === 'date' ? 'date' : 'text'}
    inputmode=${question.type === 'number' ? 'decimal' : undefined}
    maxlength="60"
    autocomplete="off"
    aria-describedby=${described === '' ? undefined : described}
    aria-invalid=${ask.wrong.has(name) ? 'true' : undefined}
  />`;
}

function Asked({ ask, question, name }: One) {
  const words = calculatorWords[ask.visit.language];
  const label = question.unit === undefined ? question.label : words.withUnit(question.label, question.unit);
  return html`<${Field}
    id=${`q-${name}`}
    label=${label}
    hint=${question.hint}
    error=${ask.wrong.has(name) ? words.wrong : undefined}
  >
    <${Control} ask=${ask} question=${question} name=${name} />
  <//>`;
}

function Rows({ ask, rows }: { ask: AskProps; rows: RowQuestions }) {
  const words = calculatorWords[ask.visit.language];
  return html`<section class="ask-rows">
    <h2>${rows.label}</h2>
    ${Array.from(
      { length: ask.rows },
      (_, at) => html`<fieldset>
        <legend>${rows.label} · ${words.row(at + 1)}</legend>
        <div class="ask-grid">
          ${rows.questions.map((question) => html`<${Asked} ask=${ask} question=${question} name=${rowName(rows, at, question)} />`)}
        </div>
      </fieldset>`,
    )}
  </section>`;
}

/** The questions with what was typed so far; posted, so that nothing of it stands in an address or a log. */
export function QuestionForm({ ask }: { ask: AskProps }) {
  const { visit, questionnaire, base } = ask;
  const words = calculatorWords[visit.language];
  return html`<form class="ask" method="post" action=${hrefOf(visit.language, '/calculator/answer')}>
    <input type="hidden" name="kind" value=${base.kind} />
    <input type="hidden" name="town" value=${base.town} />
    <input type="hidden" name="rows" value=${ask.rows} />
    ${base.items.map((item) => html`<input type="hidden" name="item" value=${item} />`)}
    <fieldset>
      <legend>${words.general}</legend>
      <div class="ask-grid">
        ${questionnaire.general.map((question) => html`<${Asked} ask=${ask} question=${question} name=${generalName(question)} />`)}
      </div>
    </fieldset>
    ${questionnaire.rows.map((rows) => html`<${Rows} ask=${ask} rows=${rows} />`)}
    <p class="ask-do">
      <button class="button primary" type="submit">${words.work}</button>
      ${
        ask.rows < MOST_ROWS &&
        questionnaire.rows.length > 0 &&
        html`<button class="button" type="submit" name="more" value="1">${words.addRow}</button>`
      }
      <a href=${hrefOf(visit.language, '/calculator')}>${words.restart}</a>
    </p>
  </form>`;
}
