/** `npm start`: makes sure of packages and build, then becomes the server. */

import net from 'node:net';

import { ROOT } from './child.mjs';
import { ensure } from './ensure.mjs';
import { becomeNext, loadEnvironment } from './next.mjs';
import { PlainError, runMain } from './terminal.mjs';

await runMain(async () => {
  await ensure('app');
  process.env.NODE_ENV = 'production';
  process.chdir(ROOT);
  await loadEnvironment(false);
  const host = process.env.HOST || '127.0.0.1';
  const port = readPort(process.env.PORT || '3000');
  await requireFree(host, port);
  endWithParent();
  await becomeNext('start', host, port);
});

/** npm hands a SIGTERM to its shell, which dies of it and tells nobody: then this process has a new parent. */
function endWithParent() {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 200);
  watch.unref();
}

function readPort(text) {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new PlainError(`PORT is "${text}"; give a number from 1 to 65535.`);
}

function requireFree(host, port) {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', (error) => reject(new PlainError(whyNot(error, host, port))));
    probe.listen(port, host, () => probe.close(resolve));
  });
}

function whyNot(error, host, port) {
  if (error.code === 'EADDRINUSE') {
    const other = port === 65_535 ? 3000 : port + 1;
    return `port ${port} is taken by another program. Stop that one, or take another port: PORT=${other} npm start`;
  }
  if (error.code === 'EACCES')
    return `port ${port} needs more rights than you have. Take one above 1023: PORT=3000 npm start`;
  return `cannot listen on ${host}:${port} (${error.code}). HOST must be an address of this machine; unset, it is 127.0.0.1.`;
}
