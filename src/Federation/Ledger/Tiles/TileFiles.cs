using Noroshi.Storage;

namespace Noroshi.Federation.Ledger;

/// <summary>The full hash tiles as files, in the layout of C2SP tlog-tiles. They are derived: what is missing is made again from the acts.</summary>
internal sealed class TileFiles
{
    private readonly string _root;

    /// <param name="folder">The ledger's folder; the tiles are in <c>tile/</c> below it.</param>
    internal TileFiles(string folder) => _root = Path.Combine(folder, "tile");

    /// <summary>Where a tile is, or would be.</summary>
    internal string PathOf(int level, long index) => Path.Combine(_root, new TilePath(level, index, TreeEdge.Width).ToString());

    /// <summary>The hashes of a full tile; null when it is not there or not whole.</summary>
    internal byte[]? Read(int level, long index)
    {
        try
        {
            var hashes = File.ReadAllBytes(PathOf(level, index));
            return hashes.Length == TreeEdge.TileBytes ? hashes : null;
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Keeps a full tile: whole or not at all.</summary>
    internal void Write(int level, long index, ReadOnlySpan<byte> hashes)
    {
        var file = PathOf(level, index);
        var folder = Path.GetDirectoryName(file)!;
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Durable.Write(file, hashes);
    }

    /// <summary>How many tiles a level has, from the first on. They are written in order, so the end is found by halving.</summary>
    internal long Count(int level)
    {
        long have = 0, beyond = 1;
        while (Has(level, beyond - 1)) (have, beyond) = (beyond, beyond * 2);
        while (beyond - have > 1)
        {
            var middle = have + ((beyond - have) / 2);
            if (Has(level, middle - 1)) have = middle;
            else beyond = middle;
        }

        return have;
    }

    /// <summary>Takes away what a tree of that size does not have.</summary>
    internal void Trim(long size)
    {
        for (var level = 0; Directory.Exists(Path.Combine(_root, $"{level}")); level++)
        {
            for (var index = TreeEdge.Full(size, level); File.Exists(PathOf(level, index)); index++) File.Delete(PathOf(level, index));
        }
    }

    private bool Has(int level, long index) => new FileInfo(PathOf(level, index)) is { Exists: true, Length: TreeEdge.TileBytes };
}
