/** Where a value stands on an axis: 0 at its start, 100 at its end. */
export type Scale = (value: number) => number;

/**
 * An axis on which equal differences are equally wide.
 *
 * @throws RangeError if the ends are not in order; the scale, if a value is off the axis.
 */
export function linearScale(from: number, to: number): Scale {
  if (!(from < to)) throw new RangeError(`an axis cannot run from ${from} to ${to}`);
  return (value) => {
    if (!(value >= from && value <= to)) throw new RangeError(`${value} is off the axis from ${from} to ${to}`);
    return (100 * (value - from)) / (to - from);
  };
}

/**
 * An axis on which equal ratios are equally wide.
 *
 * @throws RangeError if the ends are not positive and in order; the scale, if a value is off the axis.
 */
export function logScale(from: number, to: number): Scale {
  if (!(from > 0)) throw new RangeError(`a log axis cannot start at ${from}`);
  const exponents = linearScale(Math.log10(from), Math.log10(to));
  return (value) => exponents(Math.log10(value));
}

/**
 * A log axis with a place for 0, apart from the rest: 0 stands at the start, `from` at a share `gap` of the width.
 *
 * @throws RangeError as `logScale` does.
 */
export function logScaleWithZero(from: number, to: number, gap: number): Scale {
  const rest = logScale(from, to);
  return (value) => (value === 0 ? 0 : 100 * gap + (1 - gap) * rest(value));
}

/** A place as SVG and CSS want it: "12.5%". */
export const percentage = (place: number): string => `${Number(place.toFixed(3))}%`;
