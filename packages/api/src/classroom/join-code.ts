import { randomInt } from "node:crypto";

/** 32 symbols that nobody confuses on a blackboard: no I, O, 0 or 1. */
const alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
const length = 8;

/** A fresh join code of 40 random bits. */
export function drawJoinCode(): string {
  return Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join("");
}

/** The code as stored, from the code as typed: any case, spaces and hyphens anywhere. */
export function normalizeJoinCode(typed: string): string {
  return typed.normalize("NFKC").replace(/[\s-]/gu, "").toUpperCase();
}
