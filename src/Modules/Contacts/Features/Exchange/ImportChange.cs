using Noroshi.Contacts.Domain;

namespace Noroshi.Contacts.Features;

/// <summary>What one entry of a file would do.</summary>
/// <param name="Line">Line of the file.</param>
/// <param name="Kind"><c>added</c>, <c>changed</c> or <c>same</c>.</param>
/// <param name="Body">The organisation as it will be.</param>
/// <param name="Point">The point as it will be; null for an organisation alone.</param>
/// <param name="Fields">The fields that change, with what they held.</param>
internal sealed record ImportChange(int Line, string Kind, Body Body, ContactPoint? Point, IReadOnlyList<(string Field, string Before, string After)> Fields)
{
    internal const string Added = "added", Changed = "changed", Same = "same";
}
