export * from './base64';
export * from './check-update';
export * from './document';
export * from './join-texts';
