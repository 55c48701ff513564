using Noroshi.Observatory.Api;
using Noroshi.Observatory.Domain;
using Noroshi.Shell.Ui;

namespace Noroshi.Observatory.Ui.Views;

/// <summary>The way down: country, network, port, source. Each level is an address.</summary>
internal static class Drilling
{
    internal static readonly IReadOnlyList<string> Levels = ["country", "asn", "port"];

    /// <summary>Parameters that narrow a view, in the order in which chips are shown.</summary>
    internal static readonly IReadOnlyList<string> Filters =
        ["origin", "target", "country", "asn", "port", "source", "sector", "organisation", "class", "fingerprint", "sensor"];

    /// <summary>From the overview to this view; a crumb takes the deeper levels away and keeps everything else.</summary>
    internal static List<Crumb> Crumbs(ViewQuery query, string root, Func<string, string, string> label)
    {
        var set = Levels.Where(level => query.Value(level) is not null).ToList();
        var crumbs = new List<Crumb> { new(root, set.Count == 0 ? null : "/observatory" + Without(query, set)) };
        for (var i = 0; i < set.Count; i++)
        {
            var isLast = i == set.Count - 1;
            crumbs.Add(new Crumb(label(set[i], query.Value(set[i])!), isLast ? null : "/observatory" + Without(query, set[(i + 1)..])));
        }

        return crumbs;
    }

    /// <summary>Where a row leads: deeper by its own key; a source has a page of its own.</summary>
    internal static string? Href(ViewQuery query, Dimension by, string key) => by == Dimension.Source
        ? "/observatory/source/" + key + query.Without("source")
        : Keys.Parameter(by) is { } parameter ? "/observatory" + query.With(parameter, key) : null;

    private static string Without(ViewQuery query, IReadOnlyList<string> names) => query.WithoutAll(names);
}
