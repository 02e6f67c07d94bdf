export { CacheMonitor } from './cache-monitor.js';
export type { CacheMonitorOptions, CacheReport, FlushOptions } from './cache-monitor.js';
export { cacheUsage } from './cache-usage.js';
export type { CacheUsage } from './cache-usage.js';
