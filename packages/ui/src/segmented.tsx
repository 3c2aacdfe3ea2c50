"use client";

export type Choice<T extends string | number> = { value: T; label: string };

export type SegmentedProps<T extends string | number> = {
  /** What is chosen between, for a screen reader. */
  label: string;
  choices: readonly Choice<T>[];
  value: T | null;
  onChange: (value: T) => void;
  /** `bet`: separate squares for a small number, as the bets of a lab. */
  look?: "segments" | "bet";
  disabled?: boolean;
};

/** One of a few, as a row of buttons. */
export function Segmented<T extends string | number>(props: SegmentedProps<T>) {
  const { label, choices, value, onChange, look = "segments", disabled } = props;
  return (
    <div className={look === "bet" ? "dots" : "seg"} role="group" aria-label={label}>
      {choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          disabled={disabled}
          aria-pressed={choice.value === value}
          onClick={() => onChange(choice.value)}
        >
          {choice.label}
        </button>
      ))}
    </div>
  );
}
