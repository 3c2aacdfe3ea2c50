/** The line of Figure 2.1 that says what to do. */
export const figurePrompt = "Translate English to French:";

/** Its three demonstrations. */
export const demonstrations = [
  "sea otter => loutre de mer",
  "peppermint => menthe poivrée",
  "plush giraffe => girafe peluche",
] as const;

/** Ways to end the prompt: only the second leaves the answer to the model and no blank behind the arrow. */
export const lastLines = ["cheese", "cheese =>", "cheese => ", "cheese => fromage"] as const;

/** The context window of GPT-3, in tokens. */
export const windowTokens = 2048;

/** Lines as one prompt; the last line has no end. */
export const builderLines = (lines: readonly string[]): string => lines.join("\n");

/** How many examples fit beside a question, whole ones only. */
export function examplesThatFit(exampleTokens: number, questionTokens: number): number {
  return Math.max(0, Math.floor((windowTokens - questionTokens) / exampleTokens));
}
