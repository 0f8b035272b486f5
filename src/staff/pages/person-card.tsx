import type { Lang } from '../../kernel/texts.ts';
import { addMs, osloDay } from '../../kernel/time.ts';
import type { StaffRequest } from '../../web/route.tsx';
import { Button, LinkButton } from '../../web/ui/buttons.tsx';
import { Face } from '../../web/ui/facts.tsx';
import { Select } from '../../web/ui/fields.tsx';
import { Form, FormActions, Quiet, ScreenOnly, Stack } from '../../web/ui/layout.tsx';
import { dateWords } from '../../web/ui/moments.ts';
import { Card, Details, Tag, Tags } from '../../web/ui/surfaces.tsx';
import { ROLE } from '../codes.ts';
import { declarationTexts } from '../declaration-texts.ts';
import { staffTexts } from '../page-texts.ts';
import type { HeldRole, RegisterEntry, StaffRegister } from '../queries.ts';
import { supervisionTexts } from '../supervision-texts.ts';
import { ContactForm } from './contact-form.tsx';
import { dormantWords } from './dormant.tsx';
import { CorrectForm } from './correct-form.tsx';
import { cardId, faultsOf, roleId, wordsFor } from './faults.ts';
import { endPath, handingPath, proposePath, shutOutPath } from './paths.ts';

export function roleLabel(role: string, lang: Lang): string {
  return ROLE.is(role) ? ROLE.label(role, lang) : role;
}

/** «Tilsyn, til og med 12. desember 2026»; of a role without an end its name alone. */
function heldLabel({ role, until }: HeldRole, lang: Lang): string {
  if (until === undefined) return roleLabel(role, lang);
  const words = supervisionTexts[lang].until(dateWords(osloDay(addMs(until, -1)), lang));
  return `${roleLabel(role, lang)}, ${words.charAt(0).toLowerCase()}${words.slice(1)}`;
}

type Props = { readonly one: RegisterEntry; readonly model: StaffRegister; readonly request: StaffRequest };

/** One colleague: where they belong, what they hold, what they wait for, and what the reader may change. */
export function PersonCard({ one, model, request }: Props) {
  const { lang } = request;
  const t = staffTexts[lang];
  // whoever supervises belongs to no part of the region
  const here = [...one.roles, ...one.proposed].some(({ role }) => role === 'TILSYN') ? '' : one.municipality ?? t.wholeRegion;
  const place = [one.unit, here, one.isMe ? t.me : ''].filter((part) => part !== '').join(' · ');
  return (
    <Card id={cardId(one.userId)}>
      <Stack gap="s">
        <Face name={one.name} role={place} />
        {one.roles.length + one.proposed.length === 0 ? <p><Quiet>{t.noRoles}</Quiet></p> : (
          <Tags>
            {one.roles.map((role) => <Tag key={role.grantId} tone="success">{heldLabel(role, lang)}</Tag>)}
            {one.proposed.map((role) => <Tag key={role.grantId} tone="neutral" symbol="clock">{t.waits(roleLabel(role.role, lang))}</Tag>)}
          </Tags>
        )}
        {one.undeclared ? <Tags><Tag tone="warning" symbol="clock">{declarationTexts[lang].lacks}</Tag></Tags> : null}
        {one.dormant === undefined ? null : <Tags><Tag tone="warning" symbol="clock">{dormantWords(one.dormant, lang)}</Tag></Tags>}
        {one.compared ? null : (
          <>
            <Tags><Tag tone="neutral" symbol="clock">{t.comparing}</Tag></Tags>
            <p><Quiet>{t.comparingHint}</Quiet></p>
          </>
        )}
        {model.mayManage ? <ScreenOnly><Change one={one} model={model} request={request} /></ScreenOnly> : null}
      </Stack>
    </Card>
  );
}

function Change({ one, model, request }: Props) {
  const { lang } = request;
  const t = staffTexts[lang];
  return (
    <Details summary={<>{t.change}<span className="ds-sr-only">: {one.name}</span></>} open={request.refused !== undefined && request.params['id'] === one.userId}>
      <Stack>
        {one.isMe ? <p><Quiet>{t.ownRole} {t.not_your_own_name}</Quiet></p> : <NewRole one={one} request={request} />}
        {one.roles.map((role) => {
          const label = roleLabel(role.role, lang);
          return <Form key={role.grantId} action={endPath(role.grantId)}><Button small variant="secondary" label={t.takeAwayFrom(label, one.name)}>{t.takeAway(label)}</Button></Form>;
        })}
        {one.isMe ? null : <CorrectForm one={one} model={model} request={request} />}
        {one.isMe ? null : <ContactForm one={one} request={request} />}
        {one.isMe ? null : <p><LinkButton small href={handingPath(one.userId)} label={t.leavesFor(one.name)}>{t.leaves}</LinkButton></p>}
        {one.isMe ? <p><Quiet>{t.notMyself}</Quiet></p> : (
          <Form action={shutOutPath(one.userId)}>
            <p><Quiet>{t.shutOutHint}</Quiet></p>
            <FormActions><Button small variant="secondary" symbol="lock" label={t.shutOutFor(one.name)}>{t.shutOut}</Button></FormActions>
          </Form>
        )}
      </Stack>
    </Details>
  );
}

function NewRole({ one, request }: Omit<Props, 'model'>) {
  const { lang, refused, form } = request;
  const t = staffTexts[lang];
  const again = refused !== undefined && request.path === proposePath(one.userId);
  // whoever supervises is nothing else meanwhile
  if ([...one.roles, ...one.proposed].some(({ role }) => role === 'TILSYN')) return null;
  const held = new Set([...one.roles, ...one.proposed].map((role) => role.role));
  const options = ROLE.codes.filter((role) => role !== 'TILSYN' && !held.has(role)).map((role) => ({ value: role, label: ROLE.label(role, lang) }));
  const error = again ? faultsOf(refused, lang)['role'] ?? wordsFor(refused.code, lang) : undefined;
  return (
    <Form action={proposePath(one.userId)}>
      <Select name="role" id={roleId(one.userId)} label={t.role} description={t.giveHint} options={options} value={again ? form.one('role') : ''} error={error} />
      <FormActions><Button small variant="secondary">{t.give}</Button></FormActions>
    </Form>
  );
}
