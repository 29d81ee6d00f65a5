import { expect, it } from 'vitest';
import { memberName } from './member-name.ts';

it('names members by code, unions by their own name, and leaves names as they are', () => {
  const say = (member: string, language = 'zh-CN') => memberName(member, language, (union) => `联盟${union}`);
  expect(['US', 'KR', 'EM', 'BX', '越南'].map((one) => say(one))).toEqual(['美国', '韩国', '联盟EM', '联盟BX', '越南']);
  expect([say('DE', 'en'), say('QX', 'en')]).toEqual(['Germany', 'QX']);
});
