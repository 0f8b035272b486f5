import { refuse, type Refusal } from '../kernel/outcome.ts';

/** What somebody said who rang and asked about a person; each as it was heard, none of it checked. */
export type Enquiry = { readonly who: string; readonly from: string; readonly number: string; readonly about: string; readonly said: string };

export const ENQUIRY_FIELDS = ['who', 'from', 'number', 'about', 'said'] as const satisfies readonly (keyof Enquiry)[];

/** Whatever is known is enough, but something has to be. Refusal: `bad_input` (`said`: `nothing_written`). */
export function emptyEnquiry(enquiry: Enquiry): Refusal | undefined {
  return ENQUIRY_FIELDS.every((name) => enquiry[name] === '') ? refuse('bad_input', { said: 'nothing_written' }) : undefined;
}

/** Everything that was said, for the comparison with colleagues' names (fvl § 6). */
export function enquiryWords(enquiry: Enquiry): string {
  return ENQUIRY_FIELDS.map((name) => enquiry[name]).join('\n');
}
