using System.Globalization;

namespace Noroshi.Contacts.Features;

/// <summary>The small facts that the audit log keeps of entries that came in together.</summary>
internal static class ImportDetails
{
    internal static IReadOnlyDictionary<string, string> Of(int added, int changed, int retired) => new Dictionary<string, string>
    {
        ["added"] = added.ToString(CultureInfo.InvariantCulture),
        ["changed"] = changed.ToString(CultureInfo.InvariantCulture),
        ["retired"] = retired.ToString(CultureInfo.InvariantCulture),
    };
}
