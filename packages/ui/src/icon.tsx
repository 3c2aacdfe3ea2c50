const paths = {
  reset: "M3 8a5 5 0 1 0 1.6-3.7M3 2.5V5h2.6",
  link: "M6.5 9.5l3-3M7 4.5l1.6-1.6a2.9 2.9 0 0 1 4.2 4.2L11.2 8.7M9 11.5l-1.6 1.6a2.9 2.9 0 0 1-4.2-4.2L4.8 7.3",
  expand: "M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10",
  menu: "M2.5 4h11M2.5 8h11M2.5 12h11",
  close: "M3.5 3.5l9 9m0-9l-9 9",
  arrow: "M3 8h10M9 4l4 4-4 4",
  up: "M8 13V3M4 7l4-4 4 4",
  down: "M8 3v10M4 9l4 4 4-4",
  play: "M5 3l8 5-8 5z",
  step: "M4 3l6 5-6 5zM12 3v10",
  copy: "M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3",
  sun: "M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6zM8 1.2v1.6M8 13.2v1.6M1.2 8h1.6M13.2 8h1.6M3.2 3.2l1.1 1.1M11.7 11.7l1.1 1.1M12.8 3.2l-1.1 1.1M4.3 11.7l-1.1 1.1",
  moon: "M13 9.6A5.6 5.6 0 0 1 6.4 3a5.6 5.6 0 1 0 6.6 6.6z",
  person: "M8 8a2.6 2.6 0 1 0 0-5.2A2.6 2.6 0 0 0 8 8zM3 14c.4-2.6 2.4-4 5-4s4.6 1.4 5 4",
} as const;

export type IconName = keyof typeof paths;

/** A 1.5 px line icon of 16 px. Always beside a word, so hidden from assistive technology. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="ic" viewBox="0 0 16 16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
