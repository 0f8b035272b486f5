import { Button } from '../../web/ui/buttons.tsx';
import { Select } from '../../web/ui/fields.tsx';
import { Form, FormActions, Quiet, ScreenOnly, Section, Stack } from '../../web/ui/layout.tsx';
import { Alert, Tag } from '../../web/ui/surfaces.tsx';
import { staffTexts } from '../page-texts.ts';
import type { StaffRegister } from '../queries.ts';
import { faultsOf, RESERVE_ID, wordsFor } from './faults.ts';
import { CHOOSE_RESERVE } from './paths.ts';
import type { RegisterProps } from './register-page.tsx';
import type { Lang } from '../../kernel/texts.ts';

/** Who takes over when everybody in reception is inhabil, and who could. */
export function Reserve({ model, request }: RegisterProps) {
  const t = staffTexts[request.lang];
  return (
    <Section heading={t.reserve} id={RESERVE_ID}>
      <Stack gap="s">
        <Now now={model.reserve.now} lang={request.lang} />
        <p><Quiet>{t.reserveWhy}</Quiet></p>
        <ScreenOnly>{model.mayChooseReserve ? <Choose model={model} request={request} /> : <p><Quiet>{t.reserveOthers}</Quiet></p>}</ScreenOnly>
      </Stack>
    </Section>
  );
}

function Now({ now, lang }: { now: StaffRegister['reserve']['now']; lang: Lang }) {
  const t = staffTexts[lang];
  if (now === undefined) return <Alert kind="warning"><p>{t.reserveNone}</p></Alert>;
  if (now.fault !== undefined) return <Alert kind="warning"><p>{t.reserveNoLonger(now.name)} {t[now.fault]}</p></Alert>;
  return <p><Tag tone="success">{t.reserveNow(now.name)}</Tag></p>;
}

function Choose({ model, request }: RegisterProps) {
  const { lang, refused, form } = request;
  const t = staffTexts[lang];
  const others = model.reserve.possible.filter((one) => one.userId !== model.reserve.now?.userId);
  const again = refused !== undefined && request.path === CHOOSE_RESERVE;
  if (others.length === 0 && !again) return model.reserve.now === undefined ? <p>{t.reserveNobody}</p> : null;
  const error = again ? faultsOf(refused, lang)['userId'] ?? wordsFor(refused.code, lang) : undefined;
  return (
    <Form action={CHOOSE_RESERVE}>
      <Select name="userId" label={t.reserveNew} value={again ? form.one('userId') : ''} error={error}
        options={others.map((one) => ({ value: one.userId, label: one.municipality === undefined ? one.name : `${one.name} (${one.municipality})` }))} />
      <FormActions><Button variant="secondary">{t.reserveChoose}</Button></FormActions>
    </Form>
  );
}
