using System.CommandLine;
using Noroshi.Shell;

namespace Noroshi.Law.Features;

/// <summary>The parent of the room's verbs, one line a verb.</summary>
internal static class LawCommand
{
    internal static Command Create(CommandHost host) => new("law", "Who is bound by what on a day, and which provision lets one state ask another.")
    {
        ShowStatus.Create(host),
        ShowMatrix.Create(host),
        CheckLaw.Create(host),
        ShowNorms.Create(host),
        AskBasis.Create(host),
        ExplainRule.Create(host),
    };
}
