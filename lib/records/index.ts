export * from './csv';
export * from './event-words';
export * from './notification-path';
export * from './tell';
export * from './telling';
