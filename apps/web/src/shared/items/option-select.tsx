import type { PublicOption } from "@fewshot/quiz";

type Props = {
  options: readonly PublicOption[];
  /** The id chosen; "" for none. */
  value: string;
  /** What the line without a choice says. */
  none: string;
  onChange: (id: string) => void;
};

/** A native list of options; its label is around it. */
export function OptionSelect({ options, value, none, onChange }: Props) {
  return (
    <select className="field" value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{none}</option>
      {options.map(({ id, text }) => (
        <option key={id} value={id}>
          {text}
        </option>
      ))}
    </select>
  );
}
