export const fingerprint = {
  same: "not one digit differs",
  different: "{count} of 64 digits differ",
} as const;
