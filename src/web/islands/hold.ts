/// <reference lib="dom" />
// A form that is sent while the network is away gives its place to the browser's own page about that, and «Back» leads to the page before
// it: what was typed is gone. So where the network seems to be away, the form stays until the server has answered something.

/** @param doubt whether something else went unanswered a moment ago, although the browser believes that there is a network */
export function holdWithoutNet(form: HTMLFormElement, doubt: () => boolean = () => false): void {
  const note = document.querySelector<HTMLElement>('#uten-nett');
  const probe = document.querySelector('script')?.src;
  let sure = false;
  form.addEventListener('submit', (event) => {
    if (sure || (navigator.onLine && !doubt()) || note === null || probe === undefined || !('requestSubmit' in form)) return;
    event.preventDefault();
    const button = event.submitter;
    note.hidden = true;
    fetch(probe, { method: 'HEAD', cache: 'no-store' }).then(() => {
      sure = true;
      form.requestSubmit(button);
      sure = false;
    }, () => {
      form.append(note);
      note.hidden = false;
    });
  });
}
