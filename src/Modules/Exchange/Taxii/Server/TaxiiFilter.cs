using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Noroshi.Exchange.Store;
using Noroshi.Stix;

namespace Noroshi.Exchange.Taxii;

/// <summary>Reads the query of a request: filters, <c>limit</c> and <c>next</c>. What is not understood is refused, because leaving it out would answer more than was asked for.</summary>
/// <param name="Question">What is asked for, from the beginning or from <c>added_after</c> on.</param>
/// <param name="Limit">How many at most.</param>
/// <param name="Next">The token of the page before; null for the first.</param>
/// <param name="Digest">Of the filters, so that a token continues the question that it came from and no other.</param>
internal sealed record TaxiiFilter(ObjectQuestion Question, int Limit, string? Next, byte[] Digest)
{
    /// <summary>The largest page.</summary>
    public const int LargestLimit = 5000;

    /// <summary>The page where nobody says how large.</summary>
    public const int UsualLimit = 1000;

    private const int MostValues = 200;

    /// <summary>Filters by identifier and type make no sense for one object.</summary>
    public static readonly string[] OfCollection = ["id", "type", "version", "spec_version"];

    /// <summary>Filters for one object.</summary>
    public static readonly string[] OfObject = ["version", "spec_version"];

    /// <summary>Filters where versions are what is asked for.</summary>
    public static readonly string[] OfVersions = ["spec_version"];

    /// <summary>Reads the query.</summary>
    /// <param name="query">The query.</param>
    /// <param name="matches">Which <c>match[…]</c> the address takes.</param>
    /// <param name="usual">Versions where nobody says which.</param>
    /// <exception cref="TaxiiException">It cannot be understood.</exception>
    public static TaxiiFilter Read(IQueryCollection query, string[] matches, VersionChoice usual = VersionChoice.Last)
    {
        var question = new ObjectQuestion { Versions = [usual] };
        var said = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var limit = UsualLimit;
        string? next = null;
        foreach (var (name, given) in query)
        {
            if (name.Length == 0) continue;
            if (given.Count > 1) throw TaxiiException.Wrong($"'{Cut(name)}' is there {given.Count} times; join its values with commas.");
            var value = given.ToString();
            switch (name)
            {
                case "limit":
                    if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit < 1) throw TaxiiException.Wrong($"'limit' is '{Cut(value)}'; give a whole number of at least 1.");
                    limit = Math.Min(limit, LargestLimit);
                    break;
                case "next":
                    next = value;
                    break;
                case "added_after":
                    if (!StixInstant.TryParse(value, out var instant)) throw TaxiiException.Wrong($"'added_after' is '{Cut(value)}'; give one time in UTC, for example 2026-01-31T12:00:00.000000Z.");
                    question = question with { After = Math.Max(0, (instant.Seconds * 1_000_000) + (long)(instant.Attoseconds / 1_000_000_000_000)) };
                    said[name] = question.After.ToString(CultureInfo.InvariantCulture);
                    break;
                default:
                    if (!name.StartsWith("match[", StringComparison.Ordinal) || name[^1] != ']') break;
                    var field = name[6..^1];
                    if (!matches.Contains(field)) throw TaxiiException.Wrong($"'{Cut(name)}' is no filter here; this address knows {string.Join(", ", matches.Select(match => $"match[{match}]"))}.");
                    var values = value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
                    if (values.Length == 0 || values.Length > MostValues) throw TaxiiException.Wrong($"'{name}' has {values.Length} values; give 1 to {MostValues}.");
                    question = Match(question, field, values);
                    said[name] = string.Join(',', values.Order(StringComparer.Ordinal));
                    break;
            }
        }

        return new TaxiiFilter(question, limit, next, SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', said.Select(pair => pair.Key + "=" + pair.Value)))));
    }

    private static ObjectQuestion Match(ObjectQuestion question, string field, string[] values)
    {
        switch (field)
        {
            case "id":
                if (Array.Find(values, value => !ObjectHead.IsId(value)) is { } wrong) throw TaxiiException.Wrong($"'match[id]' holds '{Cut(wrong)}'; identifiers look like indicator--….");
                return question with { Ids = [.. values.Distinct(StringComparer.Ordinal)] };
            case "type":
                return question with { Types = [.. values.Distinct(StringComparer.Ordinal)] };
            case "spec_version":
                // Versions of STIX that are not kept here fit nothing; at least one stays in the list so that it is not taken for no filter.
                return question with { Specs = [.. values.Distinct(StringComparer.Ordinal).Where(value => value is "2.0" or "2.1").DefaultIfEmpty("none")] };
            default:
                List<VersionChoice> choices = [];
                List<string> dates = [];
                foreach (var value in values)
                {
                    switch (value)
                    {
                        case "last": choices.Add(VersionChoice.Last); break;
                        case "first": choices.Add(VersionChoice.First); break;
                        case "all": choices.Add(VersionChoice.All); break;
                        default:
                            dates.Add(ObjectHead.KeyOf(value) ?? throw TaxiiException.Wrong($"'match[version]' holds '{Cut(value)}'; give first, last, all, or a time in UTC."));
                            choices.Add(VersionChoice.Dated);
                            break;
                    }
                }

                return question with { Versions = [.. choices.Distinct()], Dates = [.. dates.Distinct(StringComparer.Ordinal)] };
        }
    }

    private static string Cut(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
