using System.Text.Json;
using Noroshi.Shell.Audit;

namespace Noroshi.Federation.Ui.Ledger;

/// <summary>A leaf as a line of a table, read from its own content.</summary>
internal sealed record LeafLine(long Index, string At, string Act, string Actor, string? Subject, bool Succeeded)
{
    internal static LeafLine Of(ActLeaf leaf)
    {
        using var read = JsonDocument.Parse(leaf.Content);
        var fields = read.RootElement;
        return new LeafLine(
            leaf.Index, fields[2].GetString()!, fields[3].GetString()!, fields[4].GetString()!, fields[6].GetString(), fields[7].GetString() == "1");
    }

    /// <summary>The time without fractions and letters.</summary>
    internal string Moment => At.Length >= 19 ? At[..19].Replace('T', ' ') : At;
}
