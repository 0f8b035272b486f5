import { describe, expect, it } from 'vitest';
import { publishedSite, usualCaseTypes } from '../../src/regions/site.ts';
import { SITE } from '../reports/site-sample.ts';

describe('the published site of a region', () => {
  it('comes back from its signed text as it was written, or a coordinator would publish something else than what was seen', () => {
    expect(publishedSite.parse(JSON.parse(JSON.stringify(SITE)))).toEqual(SITE);
  });

  it('is refused without a language, with hours that make no sense, or with a number nobody can call', () => {
    expect(publishedSite.safeParse({ ...SITE, intro: { nb: 'Hei', en: 'Hi' } }).success).toBe(false);
    expect(publishedSite.safeParse({ ...SITE, intro: { nb: 'Hei', nn: ' ', en: 'Hi' } }).success).toBe(false);
    expect(publishedSite.safeParse({ ...SITE, reading: { kind: 'weekly', week: { 1: [{ from: '15:00', to: '08:00' }] }, holidays: [], exceptions: [] } }).success).toBe(false);
    expect(publishedSite.safeParse({ ...SITE, reading: { kind: 'sometimes' } }).success).toBe(false);
    expect(publishedSite.safeParse({ ...SITE, phone: { ...SITE.phone, number: 'ring oss' } }).success).toBe(false);
    expect(publishedSite.safeParse({ ...SITE, municipalities: [] }).success).toBe(false);
    expect(publishedSite.safeParse({ ...SITE, extra: 1 }).success).toBe(false);
  });

  it('that was published before the region had its own words for must, should and may still opens, with the usual ones', () => {
    const { caseTypes, ...older } = SITE;
    expect(publishedSite.parse(older)).toEqual({ ...older, caseTypes: usualCaseTypes() });
    expect(publishedSite.safeParse({ ...SITE, caseTypes: { ...caseTypes, KAN: { ...caseTypes.KAN, nn: ' ' } } }).success, 'complete in three languages').toBe(false);
  });

  it('may lack what only the controller can write, as long as the form is closed', () => {
    expect(publishedSite.safeParse({ ...SITE, formOpen: false, controller: { name: '', address: '' }, legalBasis: { nb: '', nn: '', en: '' } }).success).toBe(true);
  });
});
