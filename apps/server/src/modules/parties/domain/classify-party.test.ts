import { describe, expect, it } from 'vitest';
import { classifyParty } from './classify-party.ts';

describe('classifyParty', () => {
  it.each([
    ['苏州甲纺织有限公司', undefined, undefined, 'enterprise'],
    ['苏州甲纺织有限公司', '有限责任公司', '91320509MA1ABCDE8U', 'enterprise'],
    ['吴江区盛泽镇小明布行', '个体工商户', undefined, 'individual-business'],
    ['吴江区七都镇太湖蟹农民专业合作社', undefined, undefined, 'co-operative'],
    ['吴江区某某果蔬专业合作社', '农民专业合作社', undefined, 'co-operative'],
    ['苏州大学', undefined, undefined, 'university'],
    ['苏州大学附属第一医院', undefined, undefined, 'hospital'],
    ['东南大学苏州研究院', undefined, undefined, 'institute'],
    ['吴江中等专业学校', undefined, undefined, 'school'],
    ['吴江区实验小学', undefined, undefined, 'school'],
    ['吴江区第一人民医院', undefined, undefined, 'hospital'],
    ['江苏苏州农村商业银行股份有限公司', '股份有限公司(上市)', undefined, 'bank'],
    ['中国人民财产保险股份有限公司苏州市吴江支公司', undefined, undefined, 'insurer'],
    ['苏州某某专利代理事务所（普通合伙）', '普通合伙企业', undefined, 'agency'],
    ['苏州某某知识产权代理有限公司', '有限责任公司', undefined, 'agency'],
    ['苏州大学科技园有限公司', '有限责任公司', undefined, 'enterprise'],
    ['苏州银行设备有限公司', '有限责任公司', undefined, 'enterprise'],
    ['苏州某某劳动保险用品有限公司', '有限责任公司', undefined, 'enterprise'],
    ['吴江区市场监督管理局', undefined, undefined, 'government'],
    ['苏州市吴江区七都镇人民政府', undefined, undefined, 'government'],
    ['吴江区丝绸协会', '社会团体', undefined, 'association'],
    ['苏州某某纺织厂', undefined, undefined, 'enterprise'],
    ['张三', undefined, undefined, 'other'],
  ])('%s (%s, %s) is %s', (name, type, code, kind) => {
    expect(classifyParty(name, type, code)).toBe(kind);
  });
});
