import type { FilePanel } from '@jince/contract';
import { describe, expect, it } from 'vitest';
import { readChoices } from './batch.ts';

type Action = FilePanel['actions'][number];

const action = (name: string, more: Partial<Action> = {}): Action => ({
  action: name,
  label: name,
  possible: true,
  reason: null,
  onward: true,
  by: 'someone',
  confirm: null,
  fields: null,
  ...more,
});
const panel = (id: string, actions: Action[], procedure = 'sample.request') =>
  ({ file: { id, procedure, procedureLabel: procedure }, actions }) as unknown as FilePanel;
const asks = { type: 'object', properties: { reason: { type: 'string' } }, required: ['reason'] };

describe('what can be done on several files together', () => {
  it('offers only what the server lets this person do and what asks for nothing', () => {
    const choices = readChoices([
      panel('1', [action('accept'), action('refuse', { fields: asks }), action('close', { possible: false })]),
      panel('2', [action('accept')]),
    ]);
    expect(choices.map((one) => [one.action, one.possible.map((of) => of.file.id)])).toEqual([['accept', ['1', '2']]]);
  });

  it('lists the files left out, with the sentence of the server', () => {
    const [accept] = readChoices([
      panel('1', [action('accept')]),
      panel('2', [action('accept', { possible: false, reason: 'apart' })]),
      panel('3', []),
    ]);
    expect(accept?.refused.map((one) => [one.panel.file.id, one.reason])).toEqual([
      ['2', 'apart'],
      ['3', null],
    ]);
  });

  it('keeps procedures apart and never puts first what ends a file', () => {
    const withdraw = action('withdraw', { onward: false });
    const choices = readChoices([
      panel('1', [withdraw, action('accept')]),
      panel('2', [withdraw]),
      panel('3', [action('accept')], 'other.thing'),
    ]);
    expect(choices.map((one) => [one.procedure, one.action, one.possible.length])).toEqual([
      ['sample.request', 'accept', 1],
      ['other.thing', 'accept', 1],
      ['sample.request', 'withdraw', 2],
    ]);
  });
});
