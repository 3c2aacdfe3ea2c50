import { gpt3Sizes, type Gpt3Size } from "@fewshot/ml-core";

/** A number as the lessons write it: commas from 10,000 on, so "5140" and "12,288". */
export const grouped = (value: number): string => (value < 10_000 ? String(value) : value.toLocaleString("en"));

/** "Small (125M)"; a model whose name is its size has one of them. */
export const sizeName = ({ name, printed }: Pick<Gpt3Size, "name" | "printed">): string =>
  name === printed ? name : `${name} (${printed})`;

/** The name with its size for what a table of the paper calls "Small"; other names as they are. */
export const namedSize = (name: string): string => {
  const size = gpt3Sizes.find((one) => one.name === name);
  return size === undefined ? name : sizeName(size);
};
