export * from './limits';
export * from './preview';
