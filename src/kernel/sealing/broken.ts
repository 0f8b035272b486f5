/** `format`: not a sealed value at all. `key`: sealed with another key. `altered`: changed, cut, moved or replayed. `padding`, `content`: wrong although authentic. */
export type SealFault = 'format' | 'key' | 'altered' | 'padding' | 'content';

/** A sealed value that does not open. Carries a code and nothing else: neither content nor the library's error, which may quote it. */
export class SealBroken extends Error {
  readonly fault: SealFault;

  constructor(fault: SealFault) {
    super(`a sealed value does not open (${fault})`);
    this.name = 'SealBroken';
    this.fault = fault;
  }
}
