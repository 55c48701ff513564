using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Noroshi.Shell;
using Noroshi.Storage;

namespace Noroshi.WeakLinks.Studies;

/// <summary>The kept studies: one file each below the data folder, written whole or not at all, the seal of its content in its first line.</summary>
internal sealed partial class StudyStore(string dataFolder)
{
    private const int MostBytes = 16 << 20;

    private readonly Lock _turn = new();
    private readonly Dictionary<string, (DateTime Written, RiskStudy Study)> _read = new(StringComparer.Ordinal);

    private string Folder { get; } = Path.Combine(dataFolder, "weaklinks");

    /// <summary>A name for a study made at a time, which sorts by it.</summary>
    internal static string NewId(DateTimeOffset madeAt) => $"{madeAt.UtcDateTime:yyyyMMdd-HHmmss}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(3))}";

    /// <summary>All studies, the newest first. One that is damaged is left out here and refused by <see cref="Find"/>.</summary>
    internal IReadOnlyList<RiskStudy> All()
    {
        if (!Directory.Exists(Folder)) return [];
        return [.. Directory.EnumerateFiles(Folder, "*.json").Select(Path.GetFileNameWithoutExtension).OfType<string>().Where(id => IdForm.IsMatch(id)).OrderDescending(StringComparer.Ordinal).Select(Whole).OfType<RiskStudy>()];
    }

    /// <summary>A study by its id; null where there is none.</summary>
    /// <exception cref="RefusalException">Its file is damaged.</exception>
    internal RiskStudy? Find(string id) => Has(id) ? Read(id) : null;

    /// <summary>Whether a study of that id is kept, damaged or not.</summary>
    internal bool Has(string id) => IdForm.IsMatch(id) && File.Exists(PathOf(id));

    /// <summary>Keeps a study; false where one of its id is kept already.</summary>
    /// <exception cref="RefusalException">The folder may not be written, or the study is too large.</exception>
    internal bool Keep(RiskStudy study)
    {
        if (!IdForm.IsMatch(study.Id)) throw new RefusalException("The id of the study has not the form of one.", RefusalException.Input);
        var text = JsonSerializer.SerializeToUtf8Bytes(study, ReadableJson.Options);
        if (text.Length > MostBytes) throw new RefusalException($"The study has {text.Length:N0} bytes; {MostBytes:N0} are the most that is kept.", RefusalException.Input);
        if (File.Exists(PathOf(study.Id))) return false;
        try
        {
            Directory.CreateDirectory(Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            Durable.Write(PathOf(study.Id), [.. Seal(text), (byte)'\n', .. text]);
            Durable.SyncFolder(Folder);
            return true;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new RefusalException($"The study cannot be kept in {Folder}: {problem.Message} Free space, or give a folder this user may write with --data.", inner: problem);
        }
    }

    /// <summary>Removes a study; false where there is none.</summary>
    internal bool Drop(string id)
    {
        if (!Has(id)) return false;
        File.Delete(PathOf(id));
        Durable.SyncFolder(Folder);
        return true;
    }

    private RiskStudy? Whole(string id)
    {
        try
        {
            return Read(id);
        }
        catch (RefusalException)
        {
            return null;
        }
    }

    private RiskStudy Read(string id)
    {
        var written = File.GetLastWriteTimeUtc(PathOf(id));
        lock (_turn) if (_read.TryGetValue(id, out var kept) && kept.Written == written) return kept.Study;
        var bytes = File.ReadAllBytes(PathOf(id));
        var end = bytes.AsSpan().IndexOf((byte)'\n');
        if (end != 64 || !Seal(bytes.AsSpan(end + 1)).AsSpan().SequenceEqual(bytes.AsSpan(0, end)))
            throw new RefusalException($"{PathOf(id)} is damaged: its seal does not hold. Remove it and make the study again, or restore a backup.");
        var study = JsonSerializer.Deserialize<RiskStudy>(bytes.AsSpan(end + 1), ReadableJson.Options)!;
        lock (_turn) _read[id] = (written, study);
        return study;
    }

    private string PathOf(string id) => Path.Combine(Folder, id + ".json");

    private static byte[] Seal(ReadOnlySpan<byte> text) => Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(text)));

    [GeneratedRegex("^[0-9]{8}-[0-9]{6}-[0-9a-f]{6}$")]
    private static partial Regex IdForm { get; }
}
