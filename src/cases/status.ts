/** Where a case stands (domain reference §9.1). Akutt is a flag on the case, never a status. */
export const CASE_STATUSES = [
  'MOTTATT', 'TIL_VURDERING', 'KLASSIFISERT', 'UNDERSOKES', 'VENTER_POLITI', 'TILTAK', 'OPPFOLGING', 'TIL_AVSLUTNING', 'AVSLUTTET', 'IKKE_SAK', 'OVERFORT', 'SAMMENSLATT',
] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];

export const OPEN_STATUSES = [
  'MOTTATT', 'TIL_VURDERING', 'KLASSIFISERT', 'UNDERSOKES', 'VENTER_POLITI', 'TILTAK', 'OPPFOLGING', 'TIL_AVSLUTNING',
] as const satisfies readonly CaseStatus[];

/** Somebody leads it from here until it is proposed to close it. */
export const LED_STATUSES = ['KLASSIFISERT', 'UNDERSOKES', 'VENTER_POLITI', 'TILTAK', 'OPPFOLGING'] as const satisfies readonly CaseStatus[];

/** The ends of a case. Nothing is deleted: the file stays, read-only but for what the workflow table lists. */
export const CLOSED_STATUSES = ['AVSLUTTET', 'IKKE_SAK', 'OVERFORT', 'SAMMENSLATT'] as const satisfies readonly CaseStatus[];

export function isClosed(status: CaseStatus): boolean {
  return CLOSED_STATUSES.some((closed) => closed === status);
}

/** The four phases people see; the finer statuses stay underneath. */
export const PHASES = ['MOTTA', 'VURDERE', 'HANDLE', 'AVSLUTTE'] as const;
export type Phase = (typeof PHASES)[number];

export const PHASE_OF: Readonly<Record<CaseStatus, Phase>> = {
  MOTTATT: 'MOTTA',
  TIL_VURDERING: 'VURDERE',
  KLASSIFISERT: 'VURDERE',
  UNDERSOKES: 'HANDLE',
  VENTER_POLITI: 'HANDLE',
  TILTAK: 'HANDLE',
  OPPFOLGING: 'HANDLE',
  TIL_AVSLUTNING: 'AVSLUTTE',
  AVSLUTTET: 'AVSLUTTE',
  IKKE_SAK: 'AVSLUTTE',
  OVERFORT: 'AVSLUTTE',
  SAMMENSLATT: 'AVSLUTTE',
};
