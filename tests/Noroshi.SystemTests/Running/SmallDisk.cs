namespace Noroshi.SystemTests.Running;

/// <summary>A disk of a few megabytes, so that it can be full.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly TempFolder _mount = new();

    private SmallDisk()
    {
    }

    internal string Path => _mount.Path;

    /// <summary>Mounts it, or skips the test where that is not allowed.</summary>
    internal static SmallDisk Mount(int mebibytes)
    {
        var disk = new SmallDisk();
        if (Machine.Try("mount", "-t", "tmpfs", "-o", $"size={mebibytes}m,mode=0700", "tmpfs", disk.Path).Code == 0)
            return disk;
        disk._mount.Dispose();
        Assert.Skip("This user may not mount a small disk, so none can be filled here.");
        return disk;
    }

    public void Dispose()
    {
        Machine.Try("umount", "-l", Path);
        _mount.Dispose();
    }
}
