export const fingerprint = {
  same: "一个字符也没换",
  different: "换了 {count} 个字符（共 64 个）",
} as const;
