export * from './csv';
export * from './event-words';
export * from './json-line';
export * from './notification-path';
export * from './tell';
export * from './telling';
