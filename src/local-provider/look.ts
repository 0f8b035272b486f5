/** Its own small sheet, so that the provider needs nothing of the product's build. */
export const SHEET = `
:root { color-scheme: light dark; --ground: #fff; --soft: #f6f2ee; --ink: #1d2226; --quiet: #565d63; --line: #8a8f94; --accent: #9a4a1c; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #16191c; --soft: #22272b; --ink: #eef0f1; --quiet: #b3b9be; --line: #7d848a; --accent: #f0a878; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1.125rem/1.55 Inter, system-ui, sans-serif; }
.demo { margin: 0; padding: .75rem 1rem; background: var(--soft); border-block-end: 3px solid var(--accent); }
main { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 1rem 0 .5rem; }
h2 { font-size: 1.125rem; margin: 1.75rem 0 .5rem; }
p { margin: .5rem 0; }
ul { list-style: none; margin: 0; padding: 0; display: grid; gap: .5rem; }
@media (min-width: 40rem) { ul { grid-template-columns: 1fr 1fr; } }
button {
  width: 100%; min-height: 3.25rem; padding: .5rem 1rem; text-align: start; font: inherit; color: inherit; cursor: pointer;
  background: var(--ground); border: 1px solid var(--line); border-radius: .5rem;
}
button:hover { background: var(--soft); border-color: var(--accent); }
button:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
button strong, button span { display: block; }
button span { color: var(--quiet); font-size: 1rem; }
.plain { width: auto; margin-block-start: 1.5rem; }
.fault { padding: .75rem 1rem; border-inline-start: 4px solid var(--accent); background: var(--soft); }
iframe { display: none; }
`;

/**
 * Sends the only form of a page on by itself. A file of its own, so that the policy needs no inline script. It waits
 * for the hidden frames (other services signing the person out), but not for one that hangs. Without JavaScript the
 * form's button does the same.
 */
export const LEAD_ON_SCRIPT = `
(() => {
  let sent = false;
  const send = () => { if (!sent) { sent = true; document.forms[0].submit(); } };
  addEventListener('load', send);
  setTimeout(send, 4000);
})();
`;

export const SHEET_PATH = '/look.css';
export const LEAD_ON_PATH = '/lead-on.js';
