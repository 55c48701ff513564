using Noroshi.Contacts.Features;
using Noroshi.Shell;

namespace Noroshi.Contacts;

/// <summary>The directory's verbs that run where the data are, by name.</summary>
internal static class DirectoryVerbs
{
    internal static IReadOnlyDictionary<string, ControlVerb> All { get; } = new Dictionary<string, ControlVerb>
    {
        [WhoVerb.Name] = WhoVerb.RunAsync,
        [PingVerb.Name] = PingVerb.RunAsync,
        [ImportVerb.Name] = ImportVerb.RunAsync,
        [ExportVerb.Name] = ExportVerb.RunAsync,
        [ChecksVerb.Name] = ChecksVerb.RunAsync,
        [AnswerVerb.Name] = AnswerVerb.RunAsync,
        [ShareVerb.Name] = ShareVerb.RunAsync,
    };
}
