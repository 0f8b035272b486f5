import type { PublishedSite } from './site.ts';

/**
 * What is still empty before a region may open its form: somebody answers for the data (GDPR art. 4 no. 7), on a basis that
 * is written down (art. 6 and 9), with a data-protection officer (art. 37), and somebody can read when everybody here is
 * inhabil (fvl § 6). Answers the names of the fields in `form.ts`, and `reserve`.
 */
export function missingToOpen(site: Pick<PublishedSite, 'controller' | 'dataProtectionOfficer' | 'legalBasis'>, hasReserve: boolean): string[] {
  const { controller, dataProtectionOfficer: officer, legalBasis } = site;
  const needed = {
    'controller-name': controller.name, 'controller-address': controller.address,
    'officer-name': officer.name, 'officer-phone': officer.phone, 'officer-email': officer.email,
    'basis-nb': legalBasis.nb, 'basis-nn': legalBasis.nn, 'basis-en': legalBasis.en,
  };
  return [...Object.entries(needed).filter(([, value]) => value.trim() === '').map(([field]) => field), ...(hasReserve ? [] : ['reserve'])];
}
