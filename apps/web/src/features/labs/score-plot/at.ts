/**
 * The item at a position that is known to be there.
 *
 * @throws RangeError if it is not: the position was worked out wrongly.
 */
export function at<T>(items: readonly T[], position: number): T {
  const item = items[position];
  if (item === undefined) throw new RangeError(`there is no item ${position} among ${items.length}`);
  return item;
}
