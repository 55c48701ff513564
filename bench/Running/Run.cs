namespace Noroshi.Bench;

/// <summary>What one process cost, whole: start-up included.</summary>
/// <param name="CpuSeconds">User and system time.</param>
/// <param name="WallSeconds">From start to exit.</param>
/// <param name="PeakMegabytes">Highest resident memory seen (looked at every few milliseconds).</param>
/// <param name="Output">Standard output.</param>
internal sealed record Run(double CpuSeconds, double WallSeconds, double PeakMegabytes, string Output);
