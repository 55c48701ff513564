using System.CommandLine;
using Noroshi.Shell;

namespace Noroshi.WeakLinks.Features;

/// <summary>The parent of the room's verbs, one line a verb.</summary>
internal static class WeakLinksCommand
{
    internal static Command Create(CommandHost host) => new("weaklinks", "Where the chain breaks, and what mending is worth: risk in million USD per year that runs through each network or partner. Noroshi proposes; an authority decides.")
    {
        AnalyseReach.Create(host),
        AllocateBudget.Create(host),
        TestSensitivity.Create(host),
        StudyVerbs.Make(host),
        StudyVerbs.List(host),
        StudyVerbs.Drop(host),
    };
}
