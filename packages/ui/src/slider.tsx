"use client";
import { useId, type CSSProperties } from "react";

export type SliderProps = {
  label: string;
  value: number;
  min: number;
  max: number;
  step: number;
  onChange: (value: number) => void;
  /** The value in words, with its unit; "off" is a legal one. Also what a screen reader says. */
  display?: string;
  /** Labels under the track, from the low end to the high one, evenly spaced. */
  ticks?: readonly string[];
  disabled?: boolean;
};

/** A native range input: arrows move one step, Page Up and Page Down about ten. Label left, live value right. */
export function Slider({ label, value, min, max, step, onChange, display, ticks, disabled }: SliderProps) {
  const id = useId();
  const filled = { "--p": `${((100 * (value - min)) / (max - min)).toFixed(3)}%` } as CSSProperties;
  return (
    <div className="slider">
      <label htmlFor={id}>{label}</label>
      <output htmlFor={id}>{display ?? String(value)}</output>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        disabled={disabled}
        style={filled}
        aria-valuetext={display}
        onChange={(event) => onChange(event.target.valueAsNumber)}
      />
      {ticks ? (
        <div className="ticks" aria-hidden="true">
          {ticks.map((tick) => (
            <span key={tick}>{tick}</span>
          ))}
        </div>
      ) : null}
    </div>
  );
}
