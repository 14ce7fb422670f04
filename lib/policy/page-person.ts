/** How does a page say whose it is? Beside what it asks, by the id of the person whom it was made for. */

/** The field of an action's input. */
export const PERSON_FIELD = 'pageOf';
/** The header of a request to a route. */
export const PERSON_HEADER = 'x-muster-page-of';
