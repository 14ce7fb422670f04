export { SAMPLES, type Sample } from './samples';
export { STARTERS, type Starter } from './starters';
