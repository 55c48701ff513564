using Microsoft.AspNetCore.Http;
using Noroshi.Contacts.Domain;

namespace Noroshi.Contacts.Ui;

/// <summary>What stands in the form of an entry: the fields as typed, and what is wrong with them.</summary>
/// <param name="Values">By name, see <see cref="EntryFields"/>.</param>
/// <param name="Problems">Empty until it was sent.</param>
internal sealed record EntryForm(IReadOnlyDictionary<string, string> Values, List<FieldProblem> Problems)
{
    internal string this[string field] => Values.GetValueOrDefault(field) ?? "";

    /// <summary>The items of a list, one a line.</summary>
    internal string Lines(string field) => this[field].Replace(EntryFields.Lists[field], "\n", StringComparison.Ordinal);

    internal bool IsWrong(string field) => Problems.Any(problem => problem.Field == field);

    /// <summary>The fields that were sent; of others, what stands in the entry below.</summary>
    internal static EntryForm Sent(HttpRequest request, IReadOnlyDictionary<string, string> below)
    {
        var values = new Dictionary<string, string>(below, StringComparer.Ordinal);
        foreach (var field in EntryFields.All)
        {
            if (request.Form.TryGetValue(field, out var value)) values[field] = value.ToString();
        }

        return new EntryForm(values, []);
    }
}
