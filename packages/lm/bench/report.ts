import { DISTURBED_CORES, countedRounds, isDisturbed, ratioOf, speedOf, unsteadiness } from "./rates.ts";
import { targetTable } from "./targets.ts";
import type { Neighbours } from "./load-watch.ts";
import { decimals, heading, megabytes, table, times } from "./markdown.ts";
import type {
  Agreement,
  ContestantName,
  Decoding,
  Environment,
  Loading,
  ModelResult,
  Prompting,
  Results,
  Roofline,
  Setting,
  Sweep,
} from "./results.ts";
import { median } from "./statistics.ts";

/**
 * The report, in Markdown. Every number comes out of the JSON beside it.
 *
 * @param notes - What was found out about where the time goes, in Markdown.
 */
export function writeReport(results: Results, notes: string): string {
  const { story, "124m": large } = results.models;
  return [
    "# Benchmarks of the runtime",
    "",
    "Made by `npm run bench:lm`; do not edit. The figures behind it are in `benchmarks.json`, the notes on them in",
    "`packages/lm/bench/notes.md`.",
    "",
    ...environmentLines(results.environment),
    ...heading(2, "Against the targets"),
    ...targetTable(results.models),
    ...(story ? modelLines(`The story model (${story.model})`, story) : []),
    ...(large ? modelLines("GPT-2 124M with random weights", large) : []),
    ...heading(2, "Where the time goes"),
    notes,
    ...METHOD,
  ].join("\n");
}

function environmentLines(it: Environment): string[] {
  const rows = [
    ["measured", `${it.date} UTC`],
    ["machine", `${it.processor}, ${it.memoryGib} GiB, ${it.system}`],
    ["browser", `Chromium ${it.chromium} (headless), driven from Node ${it.node}`],
    ["ours", `@fewshot/lm on onnxruntime-web ${it.ours}`],
    ["theirs", `@huggingface/transformers ${it.transformers} on onnxruntime-web ${it.theirRuntime}`],
  ];
  return table(["", ""], rows);
}

function modelLines(title: string, result: ModelResult): string[] {
  const { agreement, decoding, sweep, prompting, loading, roofline } = result;
  const size = `${decimals(result.parameters / 1e6, 1)} M weights in matrices, context ${result.contextLength}.`;
  return [
    ...heading(2, title),
    size,
    "",
    ...(agreement ? agreementLines(agreement) : []),
    ...(decoding ? decodingLines(decoding, result) : []),
    ...(roofline ? rooflineLines(roofline) : []),
    ...(sweep ? [...sweepLines(sweep), ...neighbourLines(sweep.others)] : []),
    ...(prompting ? [...promptingLines(prompting.rows), ...neighbourLines(prompting.others)] : []),
    ...(loading ? [...loadingLines(loading.rows), ...neighbourLines(loading.others)] : []),
  ];
}

function agreementLines({ prompts, tokens, same }: Agreement): string[] {
  const shares = same.map(
    (row) => `${row.engine} ${row.prompts} of ${prompts} (${row.tokens} of ${prompts * tokens} tokens)`,
  );
  return [`Same greedy tokens as ours on ${prompts} prompts of ${tokens} tokens each: ${shares.join(", ")}.`, ""];
}

const OTHERS: readonly ContestantName[] = [
  "ours, tokens chosen in the worker",
  "transformers.js",
  "transformers.js, best",
  "ours by the public interface",
];

function decodingLines(decoding: Decoding, result: ModelResult): string[] {
  const names = (["ours", ...OTHERS] as const).filter((name) => name in decoding.engines);
  const rows = decoding.lengths.flatMap((length) =>
    names.map((name) => {
      const speed = speedOf(decoding, name, length);
      const ratio = ratioOf(decoding, ["ours", name], length);
      return [
        String(length),
        `${name} (${decoding.engines[name] ?? ""})`,
        decimals(speed.tokensPerSecond, 0),
        name.startsWith("ours, ") || name === "ours"
          ? ""
          : `${times(ratio.median)} (${decimals(ratio.low, 2)} to ${decimals(ratio.high, 2)})`,
        decimals(speed.medianMs, 2),
        decimals(speed.p95Ms, 2),
        roofShare(result, length, speed.tokensPerSecond),
      ];
    }),
  );
  const head = ["T", "engine", "tokens/s", "ours is faster by", "median ms", "p95 ms", "of the roofline"];
  const longest = decoding.longestTaskMs === 0 ? "none reached 50 ms" : `the longest took ${decoding.longestTaskMs} ms`;
  return [
    ...heading(3, "Decoding, by tokens before the first measured one (T)"),
    ...table(head, rows),
    `Tasks of our page's main thread while ours decoded: ${longest}.`,
    "",
    ...roundLines(decoding),
  ];
}

/** The bound of the number of threads that the best of the probes had. */
function roofShare({ roofline, work }: ModelResult, length: number, tokensPerSecond: number): string {
  const least = work[length];
  if (!roofline || !least) return "";
  const bounds = Object.values(roofline.rates).map(({ bytesPerSecond, operationsPerSecond }) =>
    Math.min(bytesPerSecond / least.bytes, operationsPerSecond / least.operations),
  );
  const shares = bounds.map((bound) => `${decimals((100 * tokensPerSecond) / bound, 0)} %`);
  return shares.join(" / ");
}

/** For what is not measured in rounds. */
function neighbourLines({ cores, loadBefore, loadAfter }: Neighbours): string[] {
  const busy = cores === undefined ? "unknown" : decimals(cores, 2);
  const load = `${decimals(loadBefore, 2)} to ${decimals(loadAfter, 2)}`;
  return [`Cores that others kept busy meanwhile: ${busy}; load average ${load}.`, ""];
}

function roundLines(decoding: Decoding): string[] {
  const counted = countedRounds(decoding);
  const rows = decoding.rounds.map((round, index) => [
    String(index + 1),
    round.others.cores === undefined ? "unknown" : decimals(round.others.cores, 2),
    `${decimals(round.others.loadBefore, 2)} to ${decimals(round.others.loadAfter, 2)}`,
    `${decimals(100 * unsteadiness(round), 0)} %`,
    isDisturbed(round) ? (counted.includes(round) ? "disturbed, counted" : "disturbed, left out") : "",
  ]);
  return [
    ...table(["round", "cores busy with others", "load average", "largest difference A/A", ""], rows),
    `A round is disturbed if others kept more than ${DISTURBED_CORES} cores busy; it is left out if three quiet ones remain.`,
    "",
  ];
}

function rooflineLines({ rates, bufferBytes }: Roofline): string[] {
  const rows = Object.entries(rates).map(([threads, { bytesPerSecond, operationsPerSecond }]) => [
    threads,
    `${decimals(bytesPerSecond / 1e9, 1)} GB/s`,
    `${decimals(operationsPerSecond / 1e9, 1)} GFLOP/s`,
  ]);
  return [
    ...heading(3, "Roofline of the same browser"),
    ...table(["threads", `reading ${megabytes(bufferBytes)}`, "float32 multiply and add"], rows),
    "A step must read every weight of a matrix and every cached key and value once in float32, and multiply it once. The",
    "share of the roofline above is of the smaller of both bounds, with one thread and with two.",
    "",
  ];
}

function settingName({ dtype, threads, build }: Setting): string {
  return [dtype, threads && `${threads} ${threads === 1 ? "thread" : "threads"}`, build].filter(Boolean).join(", ");
}

function sweepLines({ rows, best }: Sweep): string[] {
  const lengths = [...new Set(rows.flatMap(({ tokensPerSecond }) => Object.keys(tokensPerSecond)))];
  const cells = rows.map(({ setting, tokensPerSecond, failure }) => [
    settingName(setting) + (settingName(setting) === settingName(best) ? " (best)" : ""),
    ...lengths.map((length) => failure ?? decimals(tokensPerSecond[Number(length)] ?? Number.NaN, 0)),
  ]);
  const has = (dtype: string): boolean => rows.some(({ setting }) => setting.dtype === dtype);
  const missing = ["fp16", "q8"].filter((dtype) => !has(dtype));
  return [
    ...heading(3, "Sweep over the settings of transformers.js"),
    ...table(["setting", ...lengths.map((length) => `tokens/s at ${length}`)], cells),
    ...(missing.length > 0 ? [`Left out, because no Python could make the files: ${missing.join(", ")}.`, ""] : []),
  ];
}

function promptingLines(rows: readonly Prompting[]): string[] {
  const cells = rows.map(({ contestant, length, readMs, extendMs }) => [
    String(length),
    contestant,
    decimals(readMs, 1),
    decimals(extendMs, 2),
    times(readMs / extendMs),
  ]);
  return [
    ...heading(3, "Prompts, with the engine loaded"),
    ...table(["tokens", "engine", "new prompt to first token, ms", "one token added to it, ms", "faster by"], cells),
  ];
}

function loadingLines(rows: readonly Loading[]): string[] {
  const cells = rows.map((row) => [
    `${row.contestant} (${row.engine})`,
    decimals(median(row.firstVisitMs) / 1000, 2),
    decimals(median(row.secondVisitMs) / 1000, 2),
    megabytes(row.modelBytes),
    `${megabytes(row.runtime.raw)}, ${megabytes(row.runtime.gzip)} gz`,
    row.peakBytes ? megabytes(row.peakBytes) : "unknown",
    row.pageBytes ? megabytes(row.pageBytes) : "unknown",
  ]);
  const head = [
    "engine",
    "first visit, s",
    "second visit, s",
    "model",
    "runtime",
    "peak of the process",
    "by the page itself",
  ];
  return [
    ...heading(3, "Visits: from the navigation to the first token of a prompt of 16"),
    ...table(head, cells),
    "From a server on the same machine, so without the time that a network takes. The peak is the highest resident size",
    "of the page's process (JavaScript, wasm and the browser's own); the last column is what",
    "`performance.measureUserAgentSpecificMemory` says after 32 tokens.",
    "",
  ];
}

const METHOD: readonly string[] = [
  "## How it is measured",
  "",
  "- One Chromium with a fresh profile. Each engine has a page and an address of its own, so that they share no process and",
  "  no cache; the server isolates both (COOP, COEP, CORP). Ours runs as the product does, by `loadModel`, with the choice",
  "  of each token in the page: a message there and one back for every token. The row `tokens chosen in the worker` is",
  "  `complete`, which does without. transformers.js runs in a worker, as its own examples have it, without messages.",
  "- Same weights: transformers.js gets our own float32 export, whose values are the exact values of our half precision",
  "  file. That graph computes the logits of the last position only, which an exported GPT-2 usually does not, so it is",
  "  rather faster than what its users have. q8 (its default in WebAssembly) and fp16 are made from that file with the",
  "  settings of its own conversion script.",
  "- `transformers.js` is what a page gets that asks for nothing: q8, and as many threads as ONNX Runtime takes by itself",
  "  (half of the cores, four at most). `best` is the fastest of the sweep, ONNX Runtime's plain build included.",
  "- Each engine is warmed up by 150 tokens or two seconds. In a round all take turns there and back again (A B C C B A);",
  "  the first 8 tokens of each turn do not count. Ratios are taken round by round; the table gives their median and range.",
  "- The story model's context ends at 256 tokens, so there is no T = 256 or 496 for it: T = 240 is measured, with the 16",
  "  tokens that are left.",
  "",
];
