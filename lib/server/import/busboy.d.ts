/**
 * What do we use of busboy? Its own types redeclare Node's streams for the whole program, so that no `.on('data')`
 * anywhere would be understood; hence the path of the file, which has none.
 */
declare module '@fastify/busboy/index.js' {
  import type { Readable, Writable } from 'node:stream';

  export interface BusboyOptions {
    headers: Record<string, string>;
    preservePath: boolean;
    limits: Record<'fieldSize' | 'fields' | 'files' | 'parts' | 'headerPairs' | 'headerSize', number>;
  }

  export class Busboy extends Writable {
    constructor(options: BusboyOptions);
    on(event: 'field', listener: (name: string, value: string) => void): this;
    on(event: 'file', listener: (name: string, stream: Readable, fileName?: string) => void): this;
    on(event: 'error' | 'finish' | 'filesLimit' | 'partsLimit', listener: () => void): this;
  }
}
