export { sendNotice, type WaysOut } from './commands/send.ts';
export { tellRegion } from './commands/tell.ts';
export { mailIsWell } from './commands/trouble.ts';
