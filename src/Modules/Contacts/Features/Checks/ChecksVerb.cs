using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Contacts.Domain;
using Noroshi.Shell;

namespace Noroshi.Contacts.Features;

/// <summary><c>noroshi contacts checks</c>: the communication checks and what they say.</summary>
internal static class ChecksVerb
{
    internal const string Name = "contacts.checks";

    /// <summary>Checks, newest first, the figures over all of them, and the checks that peers sent us.</summary>
    internal sealed record Answer(ChecksJson.Figures Figures, IReadOnlyList<ChecksJson.Line> Checks, IReadOnlyList<string> Due, IReadOnlyList<ChecksJson.Asked> Asked);

    internal static async Task<object> RunAsync(IServiceProvider services, JsonElement request, CancellationToken cancel)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var book = await services.GetRequiredService<ContactDirectory>().CurrentAsync(cancel);
        var checks = await services.GetRequiredService<ShowChecks>().ListAsync(cancel);
        var asked = await services.GetRequiredService<AnswerCheck>().ListAsync(cancel);
        return new Answer(
            ChecksJson.Of(CheckFigures.Of(checks, now)),
            [.. checks.Select(check => ChecksJson.Of(check, now))],
            [.. ShowChecks.Due(book, CheckHistory.Of(checks), now).Select(point => point.Id)],
            [.. asked.Select(check => ChecksJson.Of(check, now))]);
    }

    internal static Command Create(CommandHost host)
    {
        var folder = new FolderOptions();
        var json = ContactsCommand.JsonOption();
        var verb = new Command("checks", "The communication checks: who answered, how fast, who is overdue, and what peers ask of us.") { json };
        folder.AddTo(verb);
        verb.SetAction(async (asked, cancel) =>
        {
            var answer = await host.AskAsync<Answer>(folder.Read(asked, host), Name, new { }, cancel);
            await host.Out.WriteLineAsync((asked.GetValue(json) ? JsonSerializer.Serialize(answer, ReadableJson.Options) : Write(answer)).AsMemory(), cancel);
            return 0;
        });
        return verb;
    }

    private static string Write(Answer answer)
    {
        var text = new StringBuilder();
        foreach (var check in answer.Checks) text.Append(CultureInfo.InvariantCulture, $"{check.SentAt:yyyy-MM-dd HH:mm}Z {check.Status,-14} {check.Point,-28} {(check.LatencySeconds is { } seconds ? TimeSpan.FromSeconds(seconds).ToString("d\\.hh\\:mm\\:ss", CultureInfo.InvariantCulture) : "")}\n");
        foreach (var asked in answer.Asked.Where(asked => asked.Open)) text.Append(CultureInfo.InvariantCulture, $"{asked.State} asks {asked.Point} until {asked.DueAt:yyyy-MM-dd HH:mm}Z: noroshi contacts answer {asked.Id}\n");
        foreach (var due in answer.Due) text.Append(CultureInfo.InvariantCulture, $"a check is due: {due}\n");
        return text.Append(CultureInfo.InvariantCulture, $"{answer.Figures.Answered} of {answer.Figures.Sent} answered, {answer.Figures.Waiting} waiting").ToString();
    }
}
