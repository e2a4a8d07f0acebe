// Loaded before a program that is measured: tells its parent, when asked, how long its event loop has stood still.
import { monitorEventLoopDelay } from 'node:perf_hooks';

const loop = monitorEventLoopDelay({ resolution: 1 });
loop.enable();
process.on('message', () => {
  const milliseconds = (value) => Math.round(value / 1e6);
  process.send?.({ most: milliseconds(loop.max), p99: milliseconds(loop.percentile(99)) });
  loop.reset();
});
process.channel?.unref();
