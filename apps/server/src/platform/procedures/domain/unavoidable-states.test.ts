import { describe, expect, it } from 'vitest';
import { sampleProcedure } from '../testing/sample-procedure.ts';
import { unavoidableStates } from './unavoidable-states.ts';

describe('states no file that ends well goes around', () => {
  it('holds publicity, but no supplement and no refusal', () => {
    expect([...unavoidableStates(sampleProcedure)].sort()).toEqual(['accepted', 'draft', 'filed', 'published']);
  });
});
