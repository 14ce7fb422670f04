export { afterwards, type Delivery, deliver, whenDelivered } from './deliver';
export { composeLetter, type Letter, type LetterWords } from './letter';
export type { SendOutcome } from './send';
export { isMailOn, mailSettings } from './settings';
