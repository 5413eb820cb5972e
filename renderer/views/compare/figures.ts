/** The two figures of every amount: as things stand, and everything always on. */
export const FIGURES = ['now', 'always'] as const;
export type Figure = (typeof FIGURES)[number];
