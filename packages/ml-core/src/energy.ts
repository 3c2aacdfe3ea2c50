const JOULES = { J: 1, kJ: 1e3, Wh: 3600, kWh: 3.6e6, MWh: 3.6e9 };

export type EnergyUnit = keyof typeof JOULES;

/** 0.4 kWh per 100 pages, an order of magnitude (Brown et al., 2020, section 6.3): 4 Wh or 14.4 kJ a page. */
export const JOULES_PER_PAGE = 14_400;

/** Converts an energy: 4 Wh are 14.4 kJ. */
export function convertEnergy(value: number, from: EnergyUnit, to: EnergyUnit): number {
  return (value * JOULES[from]) / JOULES[to];
}

/** Pages whose writing takes as much energy as training did. 1,287 MWh: 321,750,000. */
export function pagesToMatchTraining(trainingMWh: number): number {
  return convertEnergy(trainingMWh, "MWh", "J") / JOULES_PER_PAGE;
}

/** Minutes for which a lamp of `watts` (> 0) burns on the energy of `pages`. One page at 10 W: 24. */
export function lampMinutes(pages: number, watts: number): number {
  return (pages * JOULES_PER_PAGE) / watts / 60;
}
