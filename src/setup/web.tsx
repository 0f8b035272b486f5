import { Hono, type Context } from 'hono';
import { LostDatabase } from '../kernel/door.ts';
import { asId, systemChance, type Chance } from '../kernel/ids.ts';
import { LANGUAGES, type Lang } from '../kernel/texts.ts';
import { osloDay, type Clock } from '../kernel/time.ts';
import type { House } from '../open-house.ts';
import type { Typed } from '../regions/hours-form.ts';
import type { MunicipalityFact } from '../regions/municipalities.ts';
import { readPairs } from '../web/http/form-body.ts';
import { renderDocument } from '../web/ui/document.tsx';
import { setUpFirstRegion } from './first-region.ts';
import { opensWith, readLink, removeLink, SETUP_PATH } from './link.ts';
import { SetUpPage, type SetUpProps } from './page.tsx';
import { readAnswers } from './questions.ts';

export type SetUpWeb = {
  readonly house: House;
  readonly clock: Clock;
  readonly dataDir: string;
  /** host of the public site where it is one by setting */
  readonly host: string | undefined;
  readonly issuer: string;
  readonly known: readonly MunicipalityFact[];
  readonly languageOf: (c: Context) => Lang;
  readonly chance?: Chance;
};

/**
 * The ten questions of the first start, `/oppsett/:token`. Nobody is signed in: the link is the key. A wrong, old or spent one is
 * answered by the house's own page for what does not exist, as is every one where there is a region already.
 */
export function setUpRoutes(web: SetUpWeb): Hono {
  const routes = new Hono();
  routes.get(`${SETUP_PATH}/:token`, async (c) => {
    if (!(await isOpen(web, c))) return c.notFound();
    return show(c, { ...common(web, c, langOf(web, c, c.req.query('sprak'))), typed: { 'phone-kind': 'always', 'talk-kind': 'unknown', 'reading-kind': 'unknown', from: osloDay(web.clock()) }, faults: {} });
  });
  routes.post(`${SETUP_PATH}/:token`, async (c) => {
    if (!(await isOpen(web, c))) return c.notFound();
    return answer(web, c, Object.fromEntries(new Map((await readPairs(c.req.raw)).toReversed())));
  });
  return routes;
}

async function isOpen(web: SetUpWeb, c: Context): Promise<boolean> {
  if (web.house.deployment.kind !== 'real' || !opensWith(readLink(web.dataDir), c.req.param('token') ?? '', web.clock())) return false;
  const regions = await web.house.database.selectFrom('kernel.region_register').select('region_id').limit(1).execute();
  return regions.length === 0;
}

async function answer(web: SetUpWeb, c: Context, typed: Typed): Promise<Response> {
  const page = common(web, c, langOf(web, c, typed['sprak']));
  const chance = web.chance ?? systemChance;
  const region = readAnswers(typed, { id: asId<'region'>(chance.uuid()), host: web.host, issuer: web.issuer, known: web.known, at: web.clock() });
  if (!region.ok) return show(c, { ...page, typed, faults: region.fields ?? {} }, 422);
  try {
    if ((await setUpFirstRegion(web.house, web.clock, region.value)) === 'taken') return await c.notFound();
  } catch (error) {
    if (!(error instanceof LostDatabase)) throw error;
    return show(c, { ...page, typed, faults: {}, lost: true }, 503);
  }
  removeLink(web.dataDir);
  return c.redirect('/inn', 303);
}

function common(web: SetUpWeb, c: Context, lang: Lang): Pick<SetUpProps, 'lang' | 'action' | 'asksHost'> {
  return { lang, action: c.req.path, asksHost: web.host === undefined };
}

function langOf(web: SetUpWeb, c: Context, asked: string | undefined): Lang {
  return LANGUAGES.find((lang) => lang === asked) ?? web.languageOf(c);
}

function show(c: Context, props: SetUpProps, status: 200 | 422 | 503 = 200): Response {
  return c.html(renderDocument(<SetUpPage {...props} />), status) as Response; // a string's html() is never a promise
}
