export const presetIds = ["fact-or-view", "fine-tune-or-show"] as const;
export type PresetId = (typeof presetIds)[number];

export const columnIds = ["fact", "measurement", "opinion", "fine-tuning", "few-shot", "both"] as const;
export type ColumnId = (typeof columnIds)[number];

/** Eight statements to sort and the columns they go to. */
export interface Deck {
  columns: readonly [ColumnId, ColumnId, ColumnId];
  cards: readonly Card[];
}

/** A statement; its words and the reason for its place are in the messages, under its id. */
export interface Card {
  id: CardId;
  column: ColumnId;
}

export type CardId =
  | "parameters"
  | "objective"
  | "no-updates"
  | "symbols-score"
  | "news-score"
  | "no-understanding"
  | "will-be-conscious"
  | "no-prizes"
  | "strong-benchmarks"
  | "new-data-set"
  | "poor-elsewhere"
  | "spurious-features"
  | "less-task-data"
  | "less-narrow"
  | "much-worse"
  | "some-data-needed";

/**
 * The decks of the two lessons. Facts: Brown et al., 2020 (Table 2.1, sections 2 and 5, Tables H.1 and 3.11). The
 * eight of `fine-tune-or-show` are what section 2 says of fine-tuning and of few-shot.
 */
export const decks: Readonly<Record<PresetId, Deck>> = {
  "fact-or-view": {
    columns: ["fact", "measurement", "opinion"],
    cards: [
      { id: "parameters", column: "fact" },
      { id: "objective", column: "fact" },
      { id: "no-updates", column: "fact" },
      { id: "symbols-score", column: "measurement" },
      { id: "news-score", column: "measurement" },
      { id: "no-understanding", column: "opinion" },
      { id: "will-be-conscious", column: "opinion" },
      { id: "no-prizes", column: "opinion" },
    ],
  },
  "fine-tune-or-show": {
    columns: ["fine-tuning", "few-shot", "both"],
    cards: [
      { id: "less-narrow", column: "few-shot" },
      { id: "strong-benchmarks", column: "fine-tuning" },
      { id: "some-data-needed", column: "both" },
      { id: "spurious-features", column: "fine-tuning" },
      { id: "less-task-data", column: "few-shot" },
      { id: "new-data-set", column: "fine-tuning" },
      { id: "much-worse", column: "few-shot" },
      { id: "poor-elsewhere", column: "fine-tuning" },
    ],
  },
};

/** The column whose size the bet is about. */
export const betColumn: Readonly<Record<PresetId, ColumnId>> = { "fact-or-view": "fact", "fine-tune-or-show": "both" };

export const settingIds = ["zero-shot", "one-shot", "few-shot", "fine-tuning"] as const;
export type SettingId = (typeof settingIds)[number];

/** Labelled examples for one task, as the lesson writes them. 10,000 lies within "thousands to hundreds of thousands". */
export const labelAmounts = ["0", "1", "K", "10000"] as const;
export type LabelAmount = (typeof labelAmounts)[number];

/** The preset of that name; `fact-or-view` for a name the lab does not know. */
export function presetOf(name: string): PresetId {
  return presetIds.find((id) => id === name) ?? "fact-or-view";
}
