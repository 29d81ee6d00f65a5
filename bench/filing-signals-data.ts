import { makeRandom, type Random } from './filing-signals-random.ts';

export interface BenchDocument {
  id: string;
  title: string;
  abstract: string;
}

/** Filings with planted copies: `copyOf` names the original of each copy, `how` what was done to it. */
export interface CopySet {
  documents: BenchDocument[];
  copies: { original: string; copy: string; how: Alteration }[];
}

export const alterations = ['word order', 'synonyms', 'numbers', 'rewritten 30 %', 'all of it', 'title alone'] as const;
export type Alteration = (typeof alterations)[number];

// Each field has parts of its own; within a field texts share parts, templates and phrases: the hard negatives.
const fields: readonly [string, string][] = [
  ['织造', '储纬器 引纬喷嘴 织轴 送经辊 卷布辊 综框 钢筘 绞边器 断经片 张力杆 导纱瓷眼 测长盘 剪刀片 梭箱'],
  ['染整', '轧车 烘筒 蒸箱 水洗槽 导布辊 刮刀 浸轧槽 开幅器 磁棒 圆网 落布架 喷淋管 吸边器 热定形针板'],
  ['光缆', '放线盘 绞合笼 挤塑机头 水槽 牵引轮 填充膏泵 束管模 纵包模 计米轮 收排线架 加强芯 松套管 阻水带 余长控制轮'],
  ['电梯', '轿厢 曳引轮 限速器 安全钳 导靴 层门 对重架 缓冲器 门机 抱闸 补偿链 随行电缆 张紧轮 平层感应器'],
  ['机床', '主轴箱 刀库 尾座 丝杠 转台 卡盘 砂轮座 光栅尺 排屑器 护罩 滑枕 分度盘 顶针 冷却喷管'],
  ['机器人', '夹爪 关节座 谐波减速器 示教器 末端法兰 视觉相机 吸盘架 走线管 力传感器 臂杆 基座 快换盘 编码器 制动器'],
  ['水处理', '曝气盘 膜组件 刮泥板 加药泵 絮凝池 格栅 排泥阀 滤芯 沉淀斗 布水管 紫外灯管 污泥斗 液位计 反洗泵'],
  ['电池', '极耳 隔膜 汇流排 液冷板 防爆阀 采样线束 端板 绝缘片 模组支座 热敏探头 箱盖 密封圈 导热垫 熔断片'],
  ['注塑', '料筒 螺杆 喷嘴 顶针板 滑块 热流道板 模仁 抽芯油缸 冷却水路 取件臂 料斗 色母计量斗 拉杆 锁模块'],
  ['养殖', '投饵机 增氧盘 围网 分级筛 孵化桶 蚕匾 给桑臂 喂料槽 捞网 水质探头 消毒喷头 暂养箱 循环泵 采卵盘'],
  [
    '图像识别',
    '特征提取网络 标注框 损失函数 注意力模块 训练样本 候选区域 骨干网络 置信度 分割掩码 数据增强器 检测头 金字塔层 关键点 缓存队列',
  ],
  [
    '数据管理',
    '索引分片 日志队列 主节点 副本集 查询计划 元数据表 消息总线 权限矩阵 校验码 快照 缓冲池 路由表 心跳报文 时间戳',
  ],
];
const shapes =
  '弧形 环形 锥形 双层 可调式 弹性 防滑 伸缩 空心 镂空 斜置 对称 第一 第二 主 副 内 外 自锁 浮动 分体 嵌入式 低噪 耐磨'.split(
    ' ',
  );
const relations = [
  '固定连接有',
  '转动安装有',
  '滑动套设有',
  '的一侧贴靠',
  '穿过',
  '通过销轴铰接于',
  '的输出端对准',
  '嵌入',
  '的底部托住',
  '与之并联的是',
];
const effects = [
  '避免{0}与{1}干涉',
  '减轻{0}的磨损',
  '便于更换{0}',
  '使{0}受力均匀',
  '缩短{0}的停机时间',
  '防止{0}偏移',
  '提高{0}的定位精度',
  '降低{1}的故障率',
];
const closings = [
  '结构简单，使用方便，成本低廉，适合推广应用。',
  '有效解决了现有技术中的上述问题。',
  '大大提高了工作效率，降低了劳动强度。',
  '具有良好的应用前景。',
];
const swaps: readonly [string, string][] = [
  ['包括', '包含'],
  ['公开', '披露'],
  ['提高', '提升'],
  ['避免', '防止'],
  ['便于', '利于'],
  ['降低', '减少'],
  ['固定连接', '紧固相接'],
  ['安装', '装设'],
  ['缩短', '压缩'],
  ['磨损', '损耗'],
  ['更换', '替换'],
  ['均匀', '均衡'],
  ['偏移', '跑偏'],
  ['故障', '失效'],
  ['输出端', '出力端'],
  ['套设', '套装'],
  ['干涉', '碰擦'],
  ['停机', '停工'],
  ['穿过', '贯穿'],
  ['托住', '承托'],
  ['贴靠', '紧贴'],
  ['对准', '正对'],
  ['装置', '设备'],
  ['方法', '工艺'],
];

function makeText(random: Random): { title: string; abstract: string; parts: string[] } {
  const [field, words] = random.pick(fields);
  const cores = words.split(' ');
  const parts = Array.from(
    { length: 6 + random.below(5) },
    () => (random.chance(0.7) ? random.pick(shapes) : '') + random.pick(cores),
  );
  const part = (): string => random.pick(parts);
  const size = (): string =>
    random.chance(0.3) ? `，间隔${random.below(180) + 2}${random.pick(['毫米', '秒', '度', '兆帕'])}` : '';
  const title = `一种${field}用${random.chance(0.5) ? part() : random.pick(cores)}${random.pick(['装置', '设备', '结构', '机构', '控制方法', '系统'])}`;
  const opening = `${random.pick(['本发明公开了', '本实用新型涉及', '本申请提供了'])}${title}，属于${field}技术领域，包括${parts.slice(0, 3).join('、')}`;
  const body = Array.from(
    { length: 4 + random.below(5) },
    () => `所述${part()}${random.pick(relations)}${part()}${size()}`,
  );
  const effect = random.pick(effects).replace('{0}', part()).replace('{1}', part());
  return { title, abstract: `${opening}，${body.join('；')}。${effect}，${random.pick(closings)}`, parts };
}

function alter(original: BenchDocument, how: Alteration, random: Random): Omit<BenchDocument, 'id'> {
  let { title, abstract } = original;
  const all = how === 'all of it';
  if (how === 'rewritten 30 %' || all) {
    const fresh = makeText(random)
      .abstract.split(/[，；。]/)
      .slice(3, -2);
    const clauses = abstract.split(/(?<=[，；。])/);
    let left = abstract.length * (all ? 0.2 : 0.3);
    for (const at of random.shuffle([...clauses.keys()].slice(1)))
      if (left > 0) {
        left -= clauses[at]!.length;
        clauses[at] = `${random.pick(fresh)}${clauses[at]!.at(-1)}`;
      }
    abstract = clauses.join('');
  }
  if (how === 'word order' || all)
    abstract = `${random.shuffle(abstract.split(/[，；。]/).filter(Boolean)).join('，')}。`;
  if (how === 'numbers' || all) abstract = abstract.replace(/\d+/g, () => String(random.below(900) + 1));
  if (how === 'synonyms' || how === 'title alone' || all)
    for (const [from, to] of swaps) {
      title = title.replaceAll(from, to);
      if (random.chance(0.8)) abstract = abstract.replaceAll(from, to);
    }
  return { title: how === 'title alone' ? `${title.replace('一种', '一种新型')}` : title, abstract };
}

/** So many filings of twelve fields, `share` of them copies of others in the set, shuffled. */
export function makeCopySet({ size, share, seed }: { size: number; share: number; seed: number }): CopySet {
  const random = makeRandom(seed);
  const planted = Math.round(size * share);
  const documents: BenchDocument[] = Array.from({ length: size - planted }, (_, at) => {
    const { title, abstract } = makeText(random);
    return { id: `F${at}`, title, abstract };
  });
  const chosen = random.shuffle(documents.slice()).slice(0, planted);
  const copies = chosen.map((original, at) => {
    const how = alterations[at % alterations.length]!;
    const copy = { id: `C${at}`, ...alter(original, how, random) };
    documents.push(copy);
    return { original: original.id, copy: copy.id, how };
  });
  return { documents: random.shuffle(documents), copies };
}
