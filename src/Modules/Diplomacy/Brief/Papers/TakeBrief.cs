using System.Globalization;
using Noroshi.Contracts;
using Noroshi.Shell.Audit;

namespace Noroshi.Diplomacy.Brief;

/// <summary>Records that a brief left the node, as what, and with whom.</summary>
internal sealed class TakeBrief(IAuditLog audit)
{
    internal Task RecordAsync(StateBrief brief, string format, Actor by, CancellationToken cancel) => audit.RecordAsync(
        new AuditEvent(brief.MadeAt, "diplomacy.brief-taken", by.Id, by.Organisation, "state:" + brief.State, true, new Dictionary<string, string>
        {
            ["format"] = format,
            ["language"] = brief.Language,
            ["marking"] = brief.Marking,
            ["facts"] = brief.Topics.SelectMany(topic => topic.Sections).Sum(section => section.Facts.Count).ToString(CultureInfo.InvariantCulture),
        }),
        cancel);
}
