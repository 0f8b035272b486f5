/** Who was called: nobody, police or ambulance in an emergency, or police otherwise. */
export const CALLED = ['112', '113', '02800', 'nei'] as const;
export type Called = (typeof CALLED)[number];

/** The duty to avert (strl. § 196): not considered yet, considered and it does not apply, or considered and acted on. */
export const AVERTING = ['IKKE_VURDERT', 'IKKE_AKTUELL', 'OPPFYLT'] as const;
export type Averting = (typeof AVERTING)[number];

/** T2 of the life cycle: what was seen, who called for help, and whether the duty to avert was met, by whom and when. */
export type UrgentRecord = {
  readonly danger: string; readonly called: Called; readonly calledBy: string; readonly calledWhen: string;
  readonly averting?: Averting; readonly avertedBy?: string; readonly avertedWhen?: string;
};
