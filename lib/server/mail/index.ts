export { afterwards, type Delivery, deliver, whenDelivered } from './deliver';
export { composeLetter, type Letter, type LetterWords } from './letter';
export { startNotifying, stopNotifying } from './notify';
export type { SendOutcome } from './send';
export { gatheringMs, isMailOn, mailSettings } from './settings';
