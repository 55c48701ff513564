namespace Noroshi.SystemTests.Running;

/// <summary>A short-named folder of one test, gone afterwards. Short, because a socket lies in data folders.</summary>
internal sealed class TempFolder : IDisposable
{
    internal string Path { get; } = Directory.CreateTempSubdirectory("nst-").FullName;

    internal string Below(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // A process that was killed a moment ago may still be letting go; the folder is in the temporary folder anyway.
        }
    }
}
