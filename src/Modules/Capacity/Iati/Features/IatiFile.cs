namespace Noroshi.Capacity.Iati.Features;

/// <summary>Opens what a verb is given: a file, or standard input.</summary>
internal static class IatiFile
{
    /// <summary>Opens it.</summary>
    /// <param name="path">A path, or - for standard input.</param>
    /// <param name="again">Whether it must be read a second time; standard input is then kept in a file until it is closed.</param>
    internal static Stream Open(string path, bool again)
    {
        // The reader has a buffer of its own, so the stream needs none.
        if (path != "-") return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, FileOptions.SequentialScan);
        var input = Console.OpenStandardInput();
        if (!again) return input;
        var kept = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 4096, FileOptions.DeleteOnClose);
        using (input) input.CopyTo(kept);
        kept.Position = 0;
        return kept;
    }
}
