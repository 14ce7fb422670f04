export * from './csv';
export * from './event-words';
export * from './tell';
export * from './telling';
