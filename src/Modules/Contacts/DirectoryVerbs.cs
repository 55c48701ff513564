using Noroshi.Contacts.Features;
using Noroshi.Shell;

namespace Noroshi.Contacts;

/// <summary>The directory's verbs that run where the data are, by name.</summary>
internal static class DirectoryVerbs
{
    internal static IReadOnlyDictionary<string, ControlVerb> All { get; } = new Dictionary<string, ControlVerb>
    {
        [WhoVerb.Name] = WhoVerb.RunAsync,
    };
}
