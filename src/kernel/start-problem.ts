/** Why the product cannot start, in one sentence for the person who started it. The launcher prints it and stops; nothing else catches it. */
export class StartProblem extends Error {
  override readonly name: string = 'StartProblem';
}
