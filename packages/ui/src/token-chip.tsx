import type { ButtonHTMLAttributes, ReactNode } from "react";

/** given: already in the text; possible: might come; drawn: did come; cut: ruled out; blank: to be filled in. */
export type TokenState = "given" | "possible" | "drawn" | "cut" | "blank";

export type TokenChipProps = {
  text: string;
  state?: TokenState;
  /** Makes the chip a button. */
  onPress?: () => void;
  /** For a chip that is a button, or whose text a screen reader would not say. */
  label?: string;
  lang?: string;
};

const classes = (state: TokenState) => (state === "possible" ? "tok" : `tok ${state}`);

/** Shows what cannot be seen: a leading space as ␣, a line break as ↵, a tab as →. */
function visible(text: string): ReactNode {
  const hidden = /^[ \n\t]+/.exec(text)?.[0] ?? "";
  if (hidden === "") return text;
  return (
    <>
      <span className="sp" aria-hidden="true">
        {hidden.replaceAll(" ", "␣").replaceAll("\n", "↵").replaceAll("\t", "→")}
      </span>
      {text.slice(hidden.length)}
    </>
  );
}

/** A token, the same in every lab, lesson and quiz. */
export function TokenChip({ text, state = "possible", onPress, label, lang }: TokenChipProps) {
  const common = { className: classes(state), lang, "aria-label": label };
  if (!onPress) return <span {...common}>{visible(text)}</span>;
  const button: ButtonHTMLAttributes<HTMLButtonElement> = { ...common, type: "button", onClick: onPress };
  return <button {...button}>{visible(text)}</button>;
}

/** A token shorter than a character: its bytes in hexadecimal, each in its box. */
export function TokenBytes({ bytes, label }: { bytes: readonly number[]; label?: string }) {
  return (
    <span className="inline-flex" role={label ? "img" : undefined} aria-label={label}>
      {bytes.map((byte, position) => (
        <span className="byte" key={position}>
          {byte.toString(16).toUpperCase().padStart(2, "0")}
        </span>
      ))}
    </span>
  );
}
