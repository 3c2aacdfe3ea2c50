/** One of the three models that the course compares, as published. */
export interface Generation {
  id: "gpt-1" | "gpt-2" | "gpt-3";
  name: string;
  /** Of first publication. */
  year: number;
  /** As published and rounded there; those of GPT-1 and GPT-2 are printed in the GPT-2 report. */
  parameters: number;
  layers: number;
  dModel: number;
  heads: number;
  contextLength: number;
  vocabSize: number;
}

/**
 * The largest model of each generation.
 *
 * @see Radford et al., 2018; Radford et al., 2019, table 2; Brown et al., 2020, arXiv:2005.14165, table 2.1
 */
export const generations: readonly Generation[] = [
  {
    id: "gpt-1",
    name: "GPT-1",
    year: 2018,
    parameters: 117e6,
    layers: 12,
    dModel: 768,
    heads: 12,
    contextLength: 512,
    vocabSize: 40478,
  },
  {
    id: "gpt-2",
    name: "GPT-2",
    year: 2019,
    parameters: 1.5e9,
    layers: 48,
    dModel: 1600,
    heads: 25,
    contextLength: 1024,
    vocabSize: 50257,
  },
  {
    id: "gpt-3",
    name: "GPT-3",
    year: 2020,
    parameters: 175e9,
    layers: 96,
    dModel: 12288,
    heads: 96,
    contextLength: 2048,
    vocabSize: 50257,
  },
];

/** A row of Table 2.1, and what Table D.1 prints as the total of that model, in millions of parameters. */
export interface Gpt3Size {
  name: string;
  /** As the paper writes it; also its id here. */
  printed: string;
  layers: number;
  dModel: number;
  heads: number;
  headWidth: number;
  millions: number;
}

/** All eight read 2048 tokens at once, of a vocabulary of 50,257. */
export const GPT3_CONTEXT = 2048;
export const GPT3_VOCABULARY = 50257;

/**
 * The eight models of GPT-3 as printed, misprints and all: heads × head width is not the width for XL (3072 against
 * 2048) and for 13B (5120 against 5140), and only 5120 gives the total of Table D.1.
 *
 * @see Brown et al., 2020, arXiv:2005.14165, tables 2.1 and D.1
 */
export const gpt3Sizes: readonly Gpt3Size[] = [
  { name: "Small", printed: "125M", layers: 12, dModel: 768, heads: 12, headWidth: 64, millions: 125 },
  { name: "Medium", printed: "350M", layers: 24, dModel: 1024, heads: 16, headWidth: 64, millions: 356 },
  { name: "Large", printed: "760M", layers: 24, dModel: 1536, heads: 16, headWidth: 96, millions: 760 },
  { name: "XL", printed: "1.3B", layers: 24, dModel: 2048, heads: 24, headWidth: 128, millions: 1320 },
  { name: "2.7B", printed: "2.7B", layers: 32, dModel: 2560, heads: 32, headWidth: 80, millions: 2650 },
  { name: "6.7B", printed: "6.7B", layers: 32, dModel: 4096, heads: 32, headWidth: 128, millions: 6660 },
  { name: "13B", printed: "13B", layers: 40, dModel: 5140, heads: 40, headWidth: 128, millions: 12850 },
  { name: "175B", printed: "175B", layers: 96, dModel: 12288, heads: 96, headWidth: 128, millions: 174600 },
];
