import type { Side } from './fields.ts';
import { EMPLOYEE, GIVEN, NO_BASIS } from './options.ts';
import { one, type Written } from './written.ts';

/** What the answers so far decide about the rest of the form. */
export type Situation = {
  /** undefined until the writer has said who they are */
  readonly side: Side | undefined;
  /** works in a service, and is therefore bound by confidentiality */
  readonly service: boolean;
  /** no consent: a service must name one of the law's exceptions (fvl § 13 b, hpl § 23) */
  readonly basisNeeded: boolean;
  /** the gate: no consent and no exception, so nothing that identifies the person may be sent */
  readonly gate: boolean;
  /** said to be under 18: child protection first, but the report is still taken */
  readonly child: boolean;
  readonly danger: boolean;
};

/** Pure; the page shows the same by CSS while the form is filled in, and the server decides by this. */
export function situation(written: Written): Situation {
  const who = one(written, 'hvem');
  const side = who === '' ? undefined : who === 'UTSATT_SELV' ? 'self' : 'open';
  const service = who === EMPLOYEE;
  const asked = one(written, 'spurt');
  const basisNeeded = service && asked !== '' && !GIVEN.some((code) => code === asked);
  const basis = one(written, 'grunn');
  return {
    side,
    service,
    basisNeeded,
    gate: basisNeeded && (basis === '' || basis === NO_BASIS),
    child: one(written, 'voksen') === 'nei',
    danger: one(written, 'fare') === 'ja',
  };
}
