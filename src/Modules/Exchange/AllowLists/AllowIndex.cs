using Noroshi.Exchange.Misp;

namespace Noroshi.Exchange.AllowLists;

/// <summary>Allow lists made ready for look-ups. Pure; built once, read by many.</summary>
internal sealed class AllowIndex
{
    private readonly IReadOnlyList<AllowList> _lists;
    private readonly BlockTrie _blocks = new();
    private readonly Dictionary<string, List<int>> _texts = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<int>> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(string Part, int List)> _parts = [];

    /// <summary>Compiles lists.</summary>
    public AllowIndex(IEnumerable<AllowList> lists)
    {
        _lists = [.. lists];
        for (var index = 0; index < _lists.Count; index++)
        {
            foreach (var entry in _lists[index].Entries) Add(entry, index);
        }
    }

    /// <summary>The list that a value is on; null when it is on none.</summary>
    /// <param name="type">Its type in MISP, which decides which lists speak of it.</param>
    /// <param name="value">A value; of a composite such as <c>domain|ip</c> one part is enough.</param>
    public AllowList? Find(string type, string value)
    {
        foreach (var part in type.Contains('|', StringComparison.Ordinal) ? value.Split('|') : [value])
        {
            if (FindPart(type, part) is { } found) return found;
        }

        return null;
    }

    private AllowList? FindPart(string type, string value)
    {
        bool Speaks(int list) => _lists[list].Types.Count == 0 || _lists[list].Types.Contains(type);
        if (AddressBits.TryParse(value, out var bits, out var prefix) && _blocks.Find(bits, prefix, Speaks) is var block && block >= 0) return _lists[block];
        if (Among(_texts, value, Speaks) is { } same) return same;
        if (Name(type, value) is { } host)
        {
            for (var at = host; at.Length > 0; at = at.IndexOf('.', StringComparison.Ordinal) is var stop && stop >= 0 ? at[(stop + 1)..] : "")
            {
                if (Among(_names, at, Speaks) is { } above) return above;
            }
        }

        foreach (var (part, list) in _parts)
        {
            if (Speaks(list) && value.Contains(part, StringComparison.OrdinalIgnoreCase)) return _lists[list];
        }

        return null;
    }

    private AllowList? Among(Dictionary<string, List<int>> entries, string value, Func<int, bool> speaks)
    {
        if (!entries.TryGetValue(value, out var lists)) return null;
        foreach (var list in lists)
        {
            if (speaks(list)) return _lists[list];
        }

        return null;
    }

    // Of an address of the web the host counts, of mail what stands behind the sign.
    private static string? Name(string type, string value)
    {
        if (type is "url" or "uri" or "link") return Uri.TryCreate(value, UriKind.Absolute, out var address) ? address.IdnHost.TrimEnd('.') : null;
        if (type.StartsWith("email", StringComparison.Ordinal) && value.LastIndexOf('@') is var at && at >= 0) return value[(at + 1)..].TrimEnd('.');
        return HashNames.ToStix.ContainsKey(type) || value.Contains(' ', StringComparison.Ordinal) ? null : value.TrimEnd('.');
    }

    private void Add(string entry, int list)
    {
        switch (_lists[list].Kind)
        {
            case AllowKind.Cidr when AddressBits.TryParse(entry, out var bits, out var prefix):
                _blocks.Add(bits, prefix, list);
                break;
            case AllowKind.Hostname:
                Put(_names, entry.Trim('.'), list);
                break;
            case AllowKind.Text:
                Put(_texts, entry, list);
                break;
            case AllowKind.Substring:
                _parts.Add((entry, list));
                break;
        }
    }

    private static void Put(Dictionary<string, List<int>> entries, string key, int list)
    {
        if (!entries.TryGetValue(key, out var lists)) entries[key] = lists = [];
        if (!lists.Contains(list)) lists.Add(list);
    }
}
