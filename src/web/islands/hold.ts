/// <reference lib="dom" />
// A form that is sent while the network is away gives its place to the browser's own page about that, and «Back» leads to the page before
// it: what was typed is gone. A phone often believes that it has a network when nothing comes through. So the form stays until the server
// has answered something.

/** On a network where nothing comes through, a question is never answered and never refused. Twice as long after each time: a network that takes longer than this lets it through in the end. */
const ANSWERED_WITHIN_MS = 10_000;

/** @param doubt whether to ask first although the browser believes that there is a network */
export function holdWithoutNet(form: HTMLFormElement, doubt: () => boolean = () => false): void {
  const note = document.querySelector<HTMLElement>('#uten-nett');
  const probe = document.querySelector('script')?.src;
  let sure = false;
  let asking = false;
  let patience = ANSWERED_WITHIN_MS;
  /** what somebody pressed last, also while it asks */
  let pressed: HTMLElement | null = null;
  form.addEventListener('submit', (event) => {
    if (sure || (navigator.onLine && !doubt()) || note === null || probe === undefined || !('requestSubmit' in form)) return;
    event.preventDefault();
    pressed = event.submitter;
    if (asking) return;
    const wait = new AbortController();
    const waited = setTimeout(() => wait.abort(), patience);
    const dots = new Text(' …');
    asking = true;
    note.hidden = true;
    pressed?.append(dots);
    void fetch(probe, { method: 'HEAD', cache: 'no-store', signal: wait.signal }).then(() => {
      sure = true;
      form.requestSubmit(pressed);
    }).catch(() => {
      if (wait.signal.aborted) patience *= 2;
      form.append(note);
      note.hidden = false;
    }).then(() => {
      clearTimeout(waited);
      dots.remove();
      sure = asking = false;
    });
  });
}
