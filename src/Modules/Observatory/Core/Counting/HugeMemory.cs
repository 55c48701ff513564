using System.Runtime.InteropServices;

namespace Noroshi.Observatory.Core;

/// <summary>Zeroed memory outside the managed heap. Asks for large pages: random access to a big table is mostly address translation.</summary>
internal static unsafe partial class HugeMemory
{
    private const nuint LargePage = 2 << 20;
    private const int AdviseLargePages = 14;

    public static void* Allocate(nuint bytes)
    {
        if (bytes < LargePage || !OperatingSystem.IsLinux()) return NativeMemory.AllocZeroed(bytes);
        // Fresh pages of the kernel are zero; clearing them again would touch them all.
        var memory = Map(null, bytes, 3, 0x22, -1, 0);
        if (memory == (void*)-1) throw new InsufficientMemoryException($"No memory for a table of {bytes >> 20} MiB. Group by fewer fields, or give fewer files at once.");
        _ = Advise(memory, bytes, AdviseLargePages);
        return memory;
    }

    public static void Free(void* memory, nuint bytes)
    {
        if (bytes < LargePage || !OperatingSystem.IsLinux()) NativeMemory.Free(memory);
        else _ = Unmap(memory, bytes);
    }

    [LibraryImport("libc", EntryPoint = "mmap", SetLastError = true)]
    private static partial void* Map(void* address, nuint length, int protection, int flags, int file, nint offset);

    [LibraryImport("libc", EntryPoint = "munmap", SetLastError = true)]
    private static partial int Unmap(void* address, nuint length);

    [LibraryImport("libc", EntryPoint = "madvise", SetLastError = true)]
    private static partial int Advise(void* address, nuint length, int advice);
}
