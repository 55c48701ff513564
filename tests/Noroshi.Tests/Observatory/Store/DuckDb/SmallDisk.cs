using System.Diagnostics;

namespace Noroshi.Tests.Observatory.Store.DuckDb;

/// <summary>A small disk in memory mounted over a folder; needs root, else the test is skipped for all to see.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string _folder;

    private SmallDisk(string folder) => _folder = folder;

    internal static SmallDisk Mount(string folder, string size)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "Mounting a small disk needs root on Linux.");
        Assert.SkipUnless(Run("mount", "-t", "tmpfs", "-o", $"size={size}", "tmpfs", folder) == 0, "This machine does not let us mount a tmpfs.");
        return new SmallDisk(folder);
    }

    internal void MakeReadOnly() => Run("mount", "-o", "remount,ro", _folder).ShouldBe(0);

    public void Dispose() => Run("umount", _folder).ShouldBe(0);

    private static int Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode;
    }
}
