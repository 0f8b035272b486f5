import type { Lang } from '../../kernel/texts.ts';
import { osloDay } from '../../kernel/time.ts';
import { Button, LinkButton } from '../../web/ui/buttons.tsx';
import type { FaultLink } from '../../web/ui/error-summary.tsx';
import { DateField, Select } from '../../web/ui/fields.tsx';
import { Form, FormActions, Quiet, Row, ScreenOnly, Section, Stack } from '../../web/ui/layout.tsx';
import { dateWords, momentWords } from '../../web/ui/moments.ts';
import { Card, Tag } from '../../web/ui/surfaces.tsx';
import type { CaseContent } from '../queries/models.ts';
import { basisNow, DIRECTION_WORDS, isFiltered, SHARED_PARAMS, sharedAmong, sharedFaults, sharedFilterIn } from '../disclosed.ts';
import { receiversToTell } from '../receivers.ts';
import { fallenDisclosures, restsOn, type Disclosure } from '../sharing.ts';
import { casePageTexts } from '../texts/page.ts';
import { Answered, type Reading } from './answers.tsx';
import { codeLabel } from './field-codes.ts';
import { giverWords } from './link-choices.ts';
import { CASES, casePath } from './paths.ts';
import { SignedLine } from './signed-line.tsx';
import { StepLink } from './step-link.tsx';

type PartProps = { model: CaseContent; reading: Reading };
type SharedProps = PartProps & { /** the filter, as the address has it */ query: URLSearchParams };

const SHARED = 'delt';

/** What left the case and what came to it, by basis, direction and day, the newest first. */
export function SharedPart({ model, reading, query }: SharedProps) {
  const t = casePageTexts[reading.lang];
  const { disclosures } = model.state;
  const tell = receiversToTell(model.state).length > 0;
  const shown = sharedAmong(disclosures, sharedFilterIn(query));
  const filters = disclosures.length > 1 || isSet(query);
  return (
    <Section heading={t.disclosures} level={3} id={SHARED}>
      {tell ? <p><Quiet>{t.tellReceivers}</Quiet></p> : null}
      {filters ? <SharedFilters model={model} reading={reading} query={query} /> : null}
      {disclosures.length === 0 ? <p><Quiet>{t.nothingShared}</Quiet></p> : shown.length === 0 ? <p>{t.sharedNone}</p> : <Stack gap="s">{shown.map((one) => <OneDisclosure key={one.disclosureId} one={one} model={model} reading={reading} />)}</Stack>}
      <Row>{(['discloseOut', 'discloseIn'] as const).map((step) => <StepLink key={step} step={step} model={model} reading={reading} />)}</Row>
    </Section>
  );
}

/** What is wrong with the days in the address, for the list of faults above the page. */
export function sharedFaultLinks(query: URLSearchParams, lang: Lang): FaultLink[] {
  const t = casePageTexts[lang];
  return Object.entries(sharedFaults(query)).map(([name, fault]) => ({ field: name === 'from' ? SHARED_PARAMS.from : SHARED_PARAMS.to, text: `${name === 'from' ? t.sharedFrom : t.sharedTo}: ${t[`shared_${fault}`]}` }));
}

function isSet(query: URLSearchParams): boolean {
  return isFiltered(sharedFilterIn(query)) || Object.keys(sharedFaults(query)).length > 0;
}

/** Only the bases that something stands on are there to choose. */
function SharedFilters({ model: { fileId, state: { disclosures } }, reading: { lang }, query }: SharedProps) {
  const t = casePageTexts[lang];
  const filter = sharedFilterIn(query);
  const faults = sharedFaults(query);
  const bases = [...new Set([...disclosures.map(basisNow), ...(filter.basis === undefined ? [] : [filter.basis])])];
  const typed = (name: 'from' | 'to') => query.get(SHARED_PARAMS[name]) ?? '';
  const wrong = (name: 'from' | 'to') => { const fault = faults[name]; return fault === undefined ? undefined : t[`shared_${fault}`]; };
  const set = isSet(query);
  return (
    <ScreenOnly>
      <Form action={`${CASES}/${fileId}#${SHARED}`} method="get" hidden={{ vis: 'personer' }} inline>
        <Select name={SHARED_PARAMS.basis} label={t.sharedBasis} empty={t.all} value={filter.basis} options={bases.map((value) => ({ value, label: codeLabel('basis', value, lang) }))} />
        <Select name={SHARED_PARAMS.direction} label={t.sharedDirection} empty={t.all} value={DIRECTION_WORDS.find(([, code]) => code === filter.direction)?.[0]} options={DIRECTION_WORDS.map(([value, code]) => ({ value, label: code === 'UT' ? t.disclosureOut : t.disclosureIn }))} />
        <DateField name={SHARED_PARAMS.from} label={t.sharedFrom} value={typed('from')} error={wrong('from')} />
        <DateField name={SHARED_PARAMS.to} label={t.sharedTo} value={typed('to')} error={wrong('to')} />
        <FormActions><Button variant="secondary">{t.show}</Button>{set ? <LinkButton variant="tertiary" href={`${casePath(fileId, 'personer')}#${SHARED}`}>{t.clear}</LinkButton> : null}</FormActions>
      </Form>
      {set ? <p><Quiet>{t.sharedShown(sharedAmong(disclosures, filter).length, disclosures.length)}</Quiet></p> : null}
    </ScreenOnly>
  );
}

function OneDisclosure({ one, model, reading }: PartProps & { one: Disclosure }) {
  const { lang } = reading;
  const t = casePageTexts[lang];
  const fell = fallenDisclosures(model.state).includes(one);
  const { review } = one;
  const consent = restsOn(model.state, one);
  return (
    <Card heading={one.organ} level={4}>
      <Row>
        <Tag tone="neutral" symbol={one.direction === 'UT' ? 'arrow' : 'back'}>{one.direction === 'UT' ? t.disclosureOut : t.disclosureIn}</Tag>
        {one.ofCase === true ? <Tag tone="info" symbol="arrow">{t.disclosureOfCase}</Tag> : null}
        {fell ? <Tag tone="warning" symbol="flag">{t.disclosureFell}</Tag> : null}
        {review?.result === 'INGEN_GRUNNLAG' ? <Tag tone="warning" symbol="cross">{t.noBasis}</Tag> : null}
      </Row>
      <Answered fields={[['shared', one.shared], ['basis', basisNow(one)], ['grounds', review?.grounds ?? one.grounds], ['despiteObjection', review?.despiteObjection ?? one.despiteObjection], ['personInformed', one.personInformed], ['personToldWhy', one.personToldWhy], ['unverified', one.unverified]]} reading={reading} />
      {consent === undefined ? null : <p>{t.restsOnConsent(giverWords(consent, model, lang), dateWords(osloDay(consent.recorded.at), lang))}</p>}
      <p><Quiet>{momentWords(one.happenedAt, lang)}</Quiet></p>
      <SignedLine signed={review ?? one.recorded} reading={reading} />
      {one.told === undefined ? null : <><Answered fields={[['receiverTold', one.told.result], ['grounds', one.told.why]]} reading={reading} /><SignedLine signed={one.told} reading={reading} /></>}
      {receiversToTell(model.state).includes(one) ? <StepLink step="tellReceiver" subject={{ deling: one.disclosureId }} model={model} reading={reading} /> : null}
      {fell ? <StepLink step="reviewDisclosure" subject={{ deling: one.disclosureId }} model={model} reading={reading} /> : null}
    </Card>
  );
}
