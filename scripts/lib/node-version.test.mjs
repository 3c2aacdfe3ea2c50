import { expect, it } from "vitest";
import { isSupportedNode } from "./node-version.mjs";

it.each([
  ["18.20.4", false],
  ["20.18.3", false],
  ["20.19.0", true],
  ["22.0.0", true],
  ["9.11.2", false],
])("decides about Node %s", (version, isSupported) => {
  expect(isSupportedNode(version)).toBe(isSupported);
});
