using System.Diagnostics;

namespace Noroshi.SystemTests.Running;

/// <summary>What this machine lets a test do; tests that need more skip and say what was missing.</summary>
internal static class Machine
{
    internal static bool IsRoot { get; } = Environment.UserName == "root" || Environment.GetEnvironmentVariable("USER") == "root" || Try("id", "-u") is (0, "0");

    /// <summary>Root may write anywhere: a read-only folder is only one for somebody else.</summary>
    internal static IReadOnlyList<string> AsNobody => IsRoot ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : [];

    internal static void RequireDropOfRights()
    {
        if (IsRoot && Try("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "true").Code != 0)
            Assert.Skip("Running as root and setpriv cannot drop the rights, so no folder is read-only here.");
    }

    /// <summary>Runs a small tool; code 127 when it is not there.</summary>
    internal static (int Code, string Out) Try(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            var said = process.StandardOutput.ReadToEnd().Trim();
            process.WaitForExit();
            return (process.ExitCode, said);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return (127, "");
        }
    }
}
