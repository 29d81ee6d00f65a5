import { describe, expect, it } from 'vitest';
import { sampleProcedure } from '../testing/sample-procedure.ts';
import { leadsOnward, unavoidableStates } from './unavoidable-states.ts';

describe('states no file that ends well goes around', () => {
  it('holds publicity, but no supplement and no refusal', () => {
    expect([...unavoidableStates(sampleProcedure)].sort()).toEqual(['accepted', 'draft', 'filed', 'published']);
  });
});

describe('actions that take a file on', () => {
  const onward = (name: string, state: string) => {
    const action = sampleProcedure.actions.find((one) => one.action === name);
    return action && leadsOnward(sampleProcedure, action, state);
  };

  it('are those towards the next step, and the way back from a detour', () => {
    expect(onward('accept', 'filed')).toBe(true);
    expect(onward('finish', 'published')).toBe(true);
    expect(onward('file', 'supplement')).toBe(true);
  });

  it('are none that lead aside or end the file', () => {
    expect(onward('ask', 'filed')).toBe(false);
    expect(leadsOnward(sampleProcedure, { to: 'refused' }, 'filed')).toBe(false);
    expect(leadsOnward(sampleProcedure, { to: 'filed' }, 'accepted')).toBe(false);
  });
});
