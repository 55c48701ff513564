using Noroshi.DuckDb;

namespace Noroshi.Observatory.Store.DuckDb;

/// <summary>Ids of names (sensors, tags) in their dictionary tables; new names are written within the import's transaction.</summary>
internal sealed class NameBook
{
    private const int MaxNewTags = 50_000;
    private const int MaxNameLength = 512;
    private const string Overflow = "(more tags than are kept apart)";
    private readonly DuckConnection _connection;
    private readonly Dictionary<string, uint> _tags = new(StringComparer.Ordinal) { [""] = 0 };
    private uint[] _byIndex = [0];
    private int _known = 1;
    private int _made;
    private uint _next = 1;

    internal NameBook(DuckConnection connection)
    {
        _connection = connection;
        using var result = connection.Query("SELECT id, name FROM tag", []);
        while (result.Next())
        {
            for (var i = 0; i < result.Rows; i++)
            {
                var id = result.Column(0).Values<uint>()[i];
                _tags[result.Column(1).Text(i)!] = id;
                _next = Math.Max(_next, id + 1);
            }
        }
    }

    /// <summary>The id of a sensor, made when new.</summary>
    internal static ushort Sensor(DuckConnection connection, string name)
    {
        using (var result = connection.Query("SELECT id FROM sensor WHERE name = ?", [name]))
        {
            if (result.Next()) return result.Column(0).Values<ushort>()[0];
        }

        using var made = connection.Query("INSERT INTO sensor SELECT coalesce(max(id), 0) + 1, ? FROM sensor RETURNING id", [name]);
        made.Next();
        return made.Column(0).Values<ushort>()[0];
    }

    /// <summary>Ids in the store of a batch's tag table; index 0 is "none".</summary>
    internal ReadOnlySpan<uint> Tags(IReadOnlyList<string> tags)
    {
        if (tags.Count < _known && tags.Count > 0) _known = 1;
        if (_byIndex.Length < tags.Count) Array.Resize(ref _byIndex, Math.Max(tags.Count, _byIndex.Length * 2));
        for (; _known < tags.Count; _known++) _byIndex[_known] = Tag(tags[_known]);
        return _byIndex.AsSpan(0, Math.Max(1, Math.Min(_known, _byIndex.Length)));
    }

    private uint Tag(string name)
    {
        if (name.Length > MaxNameLength) name = name[..MaxNameLength];
        if (_tags.TryGetValue(name, out var id)) return id;
        if (_made >= MaxNewTags)
        {
            // A hostile file may carry a new tag on every line; the dictionary is not its memory.
            if (_tags.TryGetValue(Overflow, out id)) return id;
            name = Overflow;
        }

        id = _next++;
        _made++;
        _connection.Execute("INSERT INTO tag VALUES (?, ?)", [id, name]);
        return _tags[name] = id;
    }
}
