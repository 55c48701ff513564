using System.Text.Json;
using System.Text.RegularExpressions;
using Noroshi.Shell;
using Noroshi.Storage;

namespace Noroshi.WeakLinks.Studies;

/// <summary>Orders on disk: a folder each, there whole or not at all, until the study is made or the order is dropped.</summary>
internal sealed partial class OrderFolder(string dataFolder)
{
    /// <summary>Orders that may wait at once.</summary>
    internal const int MostWaiting = 8;

    private const string OrderName = "order.json";
    private const string RefusalName = "refusal.txt";
    private const string Unfinished = ".part";
    private static readonly TimeSpan KeepRefused = TimeSpan.FromDays(7);

    private string Root { get; } = Path.Combine(dataFolder, "weaklinks", "orders");

    /// <summary>A folder for the files of an order that is being taken; it counts for nothing before <see cref="Finish"/>.</summary>
    internal string Begin(string id)
    {
        Directory.CreateDirectory(Root, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return Directory.CreateDirectory(PathOf(id) + Unfinished).FullName;
    }

    /// <summary>Makes the order count: from here on it survives a crash.</summary>
    internal void Finish(StudyOrder order)
    {
        var folder = PathOf(order.Id) + Unfinished;
        foreach (var sheet in order.Sheets) Durable.Sync(Path.Combine(folder, sheet.Kept));
        Durable.Write(Path.Combine(folder, OrderName), JsonSerializer.SerializeToUtf8Bytes(order, ReadableJson.Options));
        Durable.SyncFolder(folder);
        Directory.Move(folder, PathOf(order.Id));
        Durable.SyncFolder(Root);
    }

    /// <summary>Removes what was begun and not finished.</summary>
    internal void GiveUp(string id)
    {
        if (Directory.Exists(PathOf(id) + Unfinished)) Directory.Delete(PathOf(id) + Unfinished, recursive: true);
    }

    internal StudyOrder? Find(string id) => IdForm.IsMatch(id) && File.Exists(Path.Combine(PathOf(id), OrderName))
        ? JsonSerializer.Deserialize<StudyOrder>(File.ReadAllBytes(Path.Combine(PathOf(id), OrderName)), ReadableJson.Options)
        : null;

    /// <summary>Why an order could not be carried out; null where it was not tried yet.</summary>
    internal string? RefusalOf(string id) => IdForm.IsMatch(id) && File.Exists(Path.Combine(PathOf(id), RefusalName)) ? File.ReadAllText(Path.Combine(PathOf(id), RefusalName)) : null;

    /// <summary>Orders that wait, the oldest first.</summary>
    internal IReadOnlyList<StudyOrder> Waiting() => [.. Ids().Where(id => RefusalOf(id) is null).Select(Find).OfType<StudyOrder>()];

    /// <summary>Orders that could not be carried out, the newest first.</summary>
    internal IReadOnlyList<StudyOrder> Refused() => [.. Ids().Where(id => RefusalOf(id) is not null).Reverse().Select(Find).OfType<StudyOrder>()];

    internal void Refuse(string id, string why)
    {
        Durable.Write(Path.Combine(PathOf(id), RefusalName), System.Text.Encoding.UTF8.GetBytes(why));
        Durable.SyncFolder(PathOf(id));
    }

    internal bool Drop(string id)
    {
        if (!IdForm.IsMatch(id) || !Directory.Exists(PathOf(id))) return false;
        Directory.Delete(PathOf(id), recursive: true);
        return true;
    }

    /// <summary>Where a file of an order stands.</summary>
    internal string FileOf(StudyOrder order, StudyOrder.Sheet sheet) => Path.Combine(PathOf(order.Id), sheet.Kept);

    /// <summary>Removes what a crash left half received, and refusals that nobody looked at for a week.</summary>
    internal void Tidy(DateTimeOffset now)
    {
        if (!Directory.Exists(Root)) return;
        foreach (var folder in Directory.EnumerateDirectories(Root, "*" + Unfinished)) Directory.Delete(folder, recursive: true);
        foreach (var order in Refused().Where(order => now - order.At > KeepRefused)) Drop(order.Id);
    }

    private IEnumerable<string> Ids() => Directory.Exists(Root) ? Directory.EnumerateDirectories(Root).Select(Path.GetFileName).OfType<string>().Where(id => IdForm.IsMatch(id)).Order(StringComparer.Ordinal) : [];

    private string PathOf(string id) => Path.Combine(Root, id);

    [GeneratedRegex("^[0-9]{8}-[0-9]{6}-[0-9a-f]{6}$")]
    private static partial Regex IdForm { get; }
}
