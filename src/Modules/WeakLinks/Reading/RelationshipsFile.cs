using System.Globalization;
using System.Text.RegularExpressions;
using Noroshi.Storage;
using Noroshi.WeakLinks.Domain;

namespace Noroshi.WeakLinks.Reading;

/// <summary>
/// Relationships of autonomous systems as CAIDA publishes them (as-rel, as-rel2): <c>provider|customer|-1</c> and <c>peer|peer|0</c>, comments behind <c>#</c>.
/// They say who is connected, not how easily anything carries: the chances are declared by who asks.
/// </summary>
internal static partial class RelationshipsFile
{
    /// <summary>How easily one direction of a relationship carries onward: from a provider down to its customer, up again, between peers.</summary>
    internal sealed record Chances(double ToCustomer, double ToProvider, double ToPeer);

    /// <summary>Whether the first line that is no comment has this form.</summary>
    internal static bool Is(string path)
    {
        try
        {
            return File.ReadLines(path).FirstOrDefault(line => line.Length > 0 && line[0] != '#') is { } first && Form.IsMatch(first);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    internal static List<LinkArc> Read(string path, IReadOnlyDictionary<string, int> nodes, Chances? chances)
    {
        if (chances is null) throw new RefusalException($"{path} holds relationships of autonomous systems, which have no probabilities. Declare them with --relationship-q customer=N,provider=N,peer=N.", RefusalException.Input);
        List<LinkArc> arcs = [];
        HashSet<(int, int)> seen = [];
        var (number, source) = (0, Path.GetFileName(path));
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.Length == 0 || line[0] == '#') continue;
            if (Form.Match(line) is not { Success: true } match) throw Refuse($"row {number}: this is no relationship. Write provider|customer|-1 or peer|peer|0.");
            var (one, other, peers) = (Node(match.Groups[1].Value), Node(match.Groups[2].Value), match.Groups[3].Value == "0");
            if (one == other) throw Refuse($"row {number}: the relationship leads from '{match.Groups[1].Value}' to itself. Remove the row.");
            if (!seen.Add((Math.Min(one, other), Math.Max(one, other)))) throw Refuse($"row {number}: the relationship of '{match.Groups[1].Value}' and '{match.Groups[2].Value}' stands twice. Keep one row.");
            arcs.Add(new LinkArc(one, other, peers ? "peer" : "to customer", peers ? chances.ToPeer : chances.ToCustomer, null, null, source));
            arcs.Add(new LinkArc(other, one, peers ? "peer" : "to provider", peers ? chances.ToPeer : chances.ToProvider, null, null, source));
        }

        return arcs;

        int Node(string id) => nodes.TryGetValue(id, out var node) ? node : throw Refuse($"row {number}: '{id}' is not among the nodes. Add the node to the nodes file or remove the row.");
        RefusalException Refuse(string what) => new($"{path}, {what}", RefusalException.Input);
    }

    /// <summary>Chances as they are typed: <c>customer=0.3,provider=0.1,peer=0.05</c>.</summary>
    internal static Chances? Declared(string? text)
    {
        if (text is null) return null;
        var given = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var part in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (part.Split('=') is not [("customer" or "provider" or "peer") and var name, var number] || !double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var chance) || !(chance is >= 0 and <= 1) || !given.TryAdd(name, chance))
                throw Wrong(part);
        }

        return given.Count == 3 ? new Chances(given["customer"], given["provider"], given["peer"]) : throw Wrong(text);
    }

    private static RefusalException Wrong(string part) => new($"--relationship-q: '{part}' is not understood. Write customer=0.3,provider=0.1,peer=0.05: all three, each from 0 to 1.", RefusalException.Input);

    [GeneratedRegex(@"^(\d{1,10})\|(\d{1,10})\|(-1|0)(\|[\w+.-]*)?$")]
    private static partial Regex Form { get; }
}
