using Noroshi.Capacity.Iati.Model;

namespace Noroshi.Capacity.Iati.Exchange;

/// <summary>Activities that are taken over together, as a file in a folder that the node can read; removed when it is over.</summary>
internal sealed class ImportBatch : IDisposable
{
    private const int MostActivities = 500;
    private const long Largest = 8 << 20;
    private readonly IatiWriter _writer;
    private readonly FileStream _file;
    private bool _isOpen = true;

    internal ImportBatch(string folder, string name, DateTimeOffset at)
    {
        File = new ImportRequest.File(name, Path.Combine(folder, "iati-" + Path.GetRandomFileName()));
        var how = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) how.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        _file = new FileStream(File.Path, how);
        _writer = new IatiWriter(_file, at);
    }

    /// <summary>The file that holds it.</summary>
    internal ImportRequest.File File { get; }

    /// <summary>How many activities it holds.</summary>
    internal int Count { get; private set; }

    /// <summary>Whether it holds enough: memory is bounded by a batch, not by the file.</summary>
    internal bool IsFull => Count >= MostActivities || _file.Position >= Largest;

    internal void Add(IatiActivity activity)
    {
        _writer.Write(activity);
        Count++;
    }

    /// <summary>Ends the file; afterwards it can be read.</summary>
    internal void Close()
    {
        if (!_isOpen) return;
        _isOpen = false;
        _writer.Dispose();
        _file.Dispose();
    }

    public void Dispose()
    {
        Close();
        System.IO.File.Delete(File.Path);
    }
}
