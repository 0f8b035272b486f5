import type { ReactElement } from 'react';
import { MACHINE, MACHINE_OWN, MACHINE_SHARED } from '../../web/kept-paths.ts';
import { keptTexts } from '../../web/kept-texts.ts';
import { show, submit, type StaffRequest, type StaffRoute } from '../../web/route.tsx';
import { StaffPage } from '../../web/staff-page.tsx';
import { Button } from '../../web/ui/buttons.tsx';
import { Form, PageHead, Prose } from '../../web/ui/layout.tsx';
import { Alert } from '../../web/ui/surfaces.tsx';
import { machine, shareMachine } from '../commands/machine.ts';

/** Whether several people use this machine, and one button to say otherwise. */
export function MachinePage({ request }: { request: StaffRequest }): ReactElement {
  const t = keptTexts[request.lang];
  const shared = request.shared === true;
  return (
    <StaffPage request={request} title={t.machine}>
      <PageHead heading={t.machine} lead={t.machineLead} />
      <Prose>
        <Alert kind="info"><p>{shared ? t.isShared : t.isOwn}</p></Alert>
        <Form action={shared ? MACHINE_OWN : MACHINE_SHARED}><Button variant={shared ? 'secondary' : 'primary'}>{shared ? t.makeOwn : t.makeShared}</Button></Form>
        <p>{t.machineHow}</p>
      </Prose>
    </StaffPage>
  );
}

const page = show({ path: MACHINE, query: machine, input: () => ({}), view: (_, request) => <MachinePage request={request} /> });

function marks(path: string, shared: boolean): StaffRoute {
  const route = submit({ path, command: shareMachine, again: page, input: () => ({ shared }), then: () => MACHINE });
  return { ...route, handle: async (request) => {
    const reply = await route.handle(request);
    return reply.kind === 'go' ? { ...reply, machine: shared ? 'shared' : 'own' } : reply;
  } };
}

export const MACHINE_ROUTES: readonly StaffRoute[] = [page, marks(MACHINE_SHARED, true), marks(MACHINE_OWN, false)];
