using System.Diagnostics;

namespace Noroshi.Federation;

/// <summary>
/// Places where a test kills the process as a power cut would: the one named by the environment variable NOROSHI_FAULT_POINT, at its n-th
/// passing (<c>name:n</c>). Nothing happens without it.
/// </summary>
internal static class FaultPoint
{
    private static readonly (string Name, int Passing) Chosen = Read();
    private static int _passed;

    internal static void Reach(string name)
    {
        if (Chosen.Name.Length == 0 || name != Chosen.Name || Interlocked.Increment(ref _passed) != Chosen.Passing) return;
        Process.GetCurrentProcess().Kill();
        Process.GetCurrentProcess().WaitForExit();
    }

    private static (string, int) Read()
    {
        var parts = (Environment.GetEnvironmentVariable("NOROSHI_FAULT_POINT") ?? "").Split(':');
        return (parts[0], parts.Length > 1 && int.TryParse(parts[1], System.Globalization.CultureInfo.InvariantCulture, out var passing) ? passing : 1);
    }
}
