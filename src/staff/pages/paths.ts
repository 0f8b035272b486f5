export const STAFF = '/ansatte';
export const INVITE = '/ansatte/ny';
export const CHOOSE_RESERVE = '/ansatte/reserve';
export const DORMANT = '/ansatte/ubrukte';

/** Where supervision is let in for a time. */
export const SUPERVISION = '/ansatte/tilsyn';
export const supervisionConfirmPath = (grantId: string): string => `${SUPERVISION}/${grantId}/bekreft`;
export const supervisionEndPath = (grantId: string): string => `${SUPERVISION}/${grantId}/avslutt`;
export const SUPERVISION_DONE = { proposed: 'foreslatt', confirmed: 'bekreftet', ended: 'avsluttet' } as const;

/** Where one says what one wants to be told. */
export const OWN_NOTICES = '/mine-varsler';

/** The duty of confidentiality: asked about once a year, before anything else is shown. */
export const DECLARATION = '/taushet';
export const DECLARE = '/taushet/kjent';
export const WRITE_DECLARATION = '/taushet/tekst';

export const contactPath = (userId: string): string => `${STAFF}/${userId}/kontakt`;
export const proposePath = (userId: string): string => `${STAFF}/${userId}/rolle`;
export const correctPath = (userId: string): string => `${STAFF}/${userId}/rett`;
export const shutOutPath = (userId: string): string => `${STAFF}/${userId}/steng`;
/** Where somebody's cases go to others (src/cases/pages/handing-over-paths.ts). */
export const handingPath = (userId: string): string => `${STAFF}/${userId}/overlevering`;
export const letInPath = (userId: string): string => `${STAFF}/${userId}/apne`;
export const confirmPath = (grantId: string): string => `${STAFF}/rolle/${grantId}/bekreft`;
export const endPath = (grantId: string): string => `${STAFF}/rolle/${grantId}/avslutt`;

/** Said in the address after something was saved, so that the page can say so (`?gjort=`). */
export const DONE = {
  invited: 'invitert', proposed: 'foreslatt', given: 'gitt', confirmed: 'bekreftet', ended: 'avsluttet', shutOut: 'stengt', letIn: 'apnet', reserve: 'reserve', corrected: 'rettet', moved: 'flyttet', contact: 'kontakt', dormant: 'dager',
} as const;

/** Said beside it when there is no reserve any longer (`?reserve=`). */
export const NO_RESERVE = 'ingen';
