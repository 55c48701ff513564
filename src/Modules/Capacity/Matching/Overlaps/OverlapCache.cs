using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Noroshi.Capacity.Registry;

namespace Noroshi.Capacity.Matching;

/// <summary>Overlaps of the records that were asked for last, found by what the records hold: an entry or an import changes the key, so nothing old is ever answered.</summary>
internal sealed class OverlapCache
{
    // Each group of people with the same rights has one record; more at once are computed again.
    private const int MostRecords = 8;

    private readonly Lock _lock = new();
    private readonly LinkedList<(string Key, Lazy<OverlapFindings> Pairs)> _latest = new();

    /// <summary>How often overlaps were computed.</summary>
    internal int Computed { get; private set; }

    /// <summary>Suggested pairs of the record, most alike first.</summary>
    internal OverlapFindings Among(CapacityRecord record)
    {
        var key = KeyOf(record);
        Lazy<OverlapFindings> pairs;
        lock (_lock)
        {
            var at = _latest.First;
            while (at is not null && at.Value.Key != key) at = at.Next;
            if (at is not null) _latest.Remove(at);
            pairs = at?.Value.Pairs ?? new Lazy<OverlapFindings>(() => Compute(record));
            _latest.AddFirst((key, pairs));
            if (_latest.Count > MostRecords) _latest.RemoveLast();
        }

        return pairs.Value;
    }

    private OverlapFindings Compute(CapacityRecord record)
    {
        lock (_lock) Computed++;
        return FindOverlaps.Among(record);
    }

    /// <summary>Names everything that overlaps are computed from: versions never change, so ids and versions are enough. What a line belongs to is part of it, since a joined line may move.</summary>
    private static string KeyOf(CapacityRecord record)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        void Add(string id, string of, long version) => hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}\n{of}\n{version}\n")));
        foreach (var one in record.Projects) Add(one.Id, one.Activity, one.Origin.Stamp.Version);
        foreach (var one in record.Money) Add(one.Id, one.Project, one.Origin.Stamp.Version);
        foreach (var one in record.Organisations) Add(one.Id, "", one.Origin.Stamp.Version);
        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
