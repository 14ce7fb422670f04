export { PERSON_FIELD, PERSON_HEADER } from './page-person';
export * from './permissions';
export * from './roles';
export * from './surface';
