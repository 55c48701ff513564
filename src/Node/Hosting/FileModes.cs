using System.Runtime.InteropServices;

namespace Noroshi.Node.Hosting;

/// <summary>Makes every file this process creates readable by its own user alone: records, keys, captures, backups.</summary>
internal static partial class FileModes
{
    private const uint OthersNothing = 0b000_111_111;

    internal static void KeepPrivate()
    {
        if (!OperatingSystem.IsWindows())
            _ = Umask(OthersNothing);
    }

    [LibraryImport("libc", EntryPoint = "umask")]
    private static partial uint Umask(uint mask);
}
