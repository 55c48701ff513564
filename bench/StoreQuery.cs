using System.Globalization;

namespace Noroshi.Bench;

/// <summary>One question of a page.</summary>
/// <param name="Name">What is asked.</param>
/// <param name="P50Milliseconds">Median as the store answers it.</param>
/// <param name="P95Milliseconds">95th percentile as the store answers it.</param>
/// <param name="CpuMilliseconds">Processor time of one answer, all threads.</param>
/// <param name="IsEstimated">Unique sources came as an estimate.</param>
/// <param name="RawMilliseconds">The same question put to the rows, without rollups (median).</param>
/// <param name="RawCpuMilliseconds">Processor time of that.</param>
internal sealed record StoreQuery(string Name, double P50Milliseconds, double P95Milliseconds, double CpuMilliseconds, bool IsEstimated, double RawMilliseconds, double RawCpuMilliseconds)
{
    /// <summary>Processor time against the rows; the bar is 0.2.</summary>
    public double Ratio => CpuMilliseconds / RawCpuMilliseconds;

    /// <summary>One line.</summary>
    internal string ToText() => string.Create(CultureInfo.InvariantCulture, $"{Name,-40} {(IsEstimated ? '≈' : ' ')} p50 {P50Milliseconds,7:F1} ms  p95 {P95Milliseconds,7:F1} ms  CPU {CpuMilliseconds,7:F1} ms  rows {RawMilliseconds,7:F1} ms  CPU {RawCpuMilliseconds,7:F1} ms  {Ratio,5:F2}");
}
