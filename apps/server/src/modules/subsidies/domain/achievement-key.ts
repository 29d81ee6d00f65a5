/** The number within a key `subject:number:trigger[@year]`: what a reader knows the achievement by. */
export function numberOfKey(key: string): string {
  return key.split(':').slice(1, -1).join(':');
}

/** 马德里国际注册 1700001; an achievement of the enterprise itself needs no number. */
export function labelOf(what: string, key: string): string {
  return key.startsWith('enterprise:') ? what : `${what} ${numberOfKey(key)}`;
}
