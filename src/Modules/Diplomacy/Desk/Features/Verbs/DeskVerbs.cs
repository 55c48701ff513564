using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Shell;

namespace Noroshi.Diplomacy.Desk.Features;

/// <summary>The verbs that read the record where the data are: in the serving node, or here.</summary>
internal static class DeskVerbs
{
    internal const string Meetings = "diplomacy.meetings";

    internal const string Meeting = "diplomacy.meeting";

    internal const string Commitments = "diplomacy.commitments";

    internal static IReadOnlyDictionary<string, ControlVerb> All { get; } = new Dictionary<string, ControlVerb>(StringComparer.Ordinal)
    {
        [Meetings] = MeetingsAsync,
        [Meeting] = MeetingAsync,
        [Commitments] = CommitmentsAsync,
    };

    private static async Task<object> MeetingsAsync(IServiceProvider services, JsonElement request, CancellationToken cancel)
    {
        var reading = services.GetRequiredService<ReadDesk>();
        var record = await reading.ForAsync(null, cancel);
        var filter = MeetingFilter.Read(name => request.Optional(name), services.GetRequiredService<DeskAsk>(), record);
        return new ShowMeetings.Answer([.. filter.Of(record, reading.Today).Select(one => MeetingAnswer.Of(one, record))]);
    }

    private static async Task<object> MeetingAsync(IServiceProvider services, JsonElement request, CancellationToken cancel)
    {
        var reading = services.GetRequiredService<ReadDesk>();
        var record = await reading.ForAsync(null, cancel);
        var id = request.Optional("id");
        return MeetingAnswer.WholeOf(DeskAsk.Found(record.Meeting(id ?? ""), "meeting", id, "'noroshi meetings list'"), record, reading.Today);
    }

    private static async Task<object> CommitmentsAsync(IServiceProvider services, JsonElement request, CancellationToken cancel)
    {
        var reading = services.GetRequiredService<ReadDesk>();
        var filter = CommitmentFilter.Read(name => request.Optional(name), services.GetRequiredService<DeskAsk>());
        var record = await reading.ForAsync(null, cancel);
        return new ShowCommitments.Answer(reading.Today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), [.. filter.Of(record, reading.Today).Select(one => CommitmentAnswer.Of(one, reading.Today))]);
    }
}
