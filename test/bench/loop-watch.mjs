// Loaded before a program that is measured: tells its parent, when asked, for how long its event loop has stood still.
import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';

const loop = monitorEventLoopDelay({ resolution: 1 });
loop.enable();

/** Milliseconds that this thread has had a processor (Linux): what others do on the machine does not count. */
const ownTime = () =>
  Number(readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ')[0]) / 1e6;

let longest = 0;
let last = ownTime();
setInterval(() => {
  const now = ownTime();
  longest = Math.max(longest, now - last);
  last = now;
}, 2).unref();

process.on('message', () => {
  const byClock = Math.round(loop.max / 1e6);
  process.send?.({ own: Math.round(longest), byClock });
  loop.reset();
  longest = 0;
});
process.channel?.unref();
