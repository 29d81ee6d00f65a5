import { type Content, html } from '../site/html.ts';

interface FieldProps {
  readonly id: string;
  readonly label: string;
  /** Below the label, read out with it. */
  readonly hint?: string | undefined;
  /** What is wrong with what was given. */
  readonly error?: string | undefined;
  readonly children?: Content;
}

/** A label with its control; the control carries `id` and, where there is a hint or an error, `aria-describedby`. */
export function Field({ id, label, hint, error, children }: FieldProps) {
  return html`<div class=${error === undefined ? 'field' : 'field wrong'}>
    <label for=${id}>${label}</label>
    ${hint !== undefined && html`<p class="hint" id=${`${id}-hint`}>${hint}</p>`} ${children}
    ${error !== undefined && html`<p class="error" id=${`${id}-error`}>${error}</p>`}
  </div>`;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

interface SelectProps {
  readonly id: string;
  readonly name: string;
  readonly choices: readonly Choice[];
  readonly value?: string | undefined;
}

export function Select({ id, name, choices, value = '' }: SelectProps) {
  return html`<select id=${id} name=${name}>
    ${choices.map((one) => html`<option value=${one.value} selected=${one.value === value}>${one.label}</option>`)}
  </select>`;
}
