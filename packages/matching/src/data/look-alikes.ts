/** Groups of characters that look alike in print. */
export const lookAlikes = '己已巳 未末 土士 干千于 日曰 天夭夫 人入八 木术本 力刀 申由甲 析折 拔拨';
