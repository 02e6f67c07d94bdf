import type { CacheTotals } from './cache-window.js';

/**
 * A line of CloudWatch's embedded metric format, which Lambda and the CloudWatch agent turn into metrics.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
export function embeddedMetric(namespace: string, at: number, modelId: string, totals: CacheTotals): string {
  const counts = {
    CacheReadInputTokens: totals.readTokens,
    CacheWriteInputTokens: totals.writeTokens,
    UncachedInputTokens: totals.uncachedTokens,
    Calls: totals.calls,
  };
  const metrics = Object.keys(counts).map((Name) => ({ Name, Unit: 'Count' }));
  return JSON.stringify({
    _aws: {
      Timestamp: at,
      CloudWatchMetrics: [
        {
          Namespace: namespace,
          Dimensions: [['ModelId']],
          Metrics: [...metrics, { Name: 'CacheHitRate', Unit: 'None' }],
        },
      ],
    },
    ModelId: modelId,
    ...counts,
    CacheHitRate: totals.hitRate,
  });
}
