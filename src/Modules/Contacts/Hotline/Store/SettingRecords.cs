using System.Globalization;
using Noroshi.Contracts;
using Noroshi.Storage;

namespace Noroshi.Contacts.Hotline;

/// <summary>Settings, ladder and own phrases of the hotline. What was never set has its default.</summary>
internal sealed class SettingRecords(RecordStore store)
{
    private const string PhraseColumns = "id, kind, urgency, title_ja, title_en, text_ja, text_en";

    internal async Task<HotlineSettings> ReadAsync(CancellationToken cancel) => Of(await store.QueryAsync<Pair>("SELECT name, value FROM hotline_setting", null, cancel).ConfigureAwait(false));

    internal static async Task<HotlineSettings> ReadAsync(RecordTransaction transaction, CancellationToken cancel) => Of(await transaction.QueryAsync<Pair>("SELECT name, value FROM hotline_setting", null, cancel).ConfigureAwait(false));

    internal static async Task WriteAsync(RecordTransaction transaction, HotlineSettings settings, CancellationToken cancel)
    {
        foreach (var (name, value) in Pairs(settings))
        {
            await transaction.ExecuteAsync(
                "INSERT INTO hotline_setting (name, value) VALUES (@name, @value) ON CONFLICT (name) DO UPDATE SET value = excluded.value", new { name, value }, cancel).ConfigureAwait(false);
        }
    }

    internal async Task<IReadOnlyList<LadderRung>> LadderAsync(CancellationToken cancel) =>
        [.. (await store.QueryAsync<Escalation>("SELECT position, organisation, role FROM hotline_ladder ORDER BY position", null, cancel).ConfigureAwait(false)).Select(row => row.Rung)];

    internal static async Task WriteLadderAsync(RecordTransaction transaction, IReadOnlyList<(string Organisation, Role Role)> ladder, CancellationToken cancel)
    {
        await transaction.ExecuteAsync("DELETE FROM hotline_ladder", null, cancel).ConfigureAwait(false);
        for (var at = 0; at < ladder.Count; at++)
        {
            await transaction.ExecuteAsync(
                "INSERT INTO hotline_ladder (position, organisation, role) VALUES (@position, @Organisation, @role)",
                new { position = at + 1, ladder[at].Organisation, role = ladder[at].Role.ToString() },
                cancel).ConfigureAwait(false);
        }
    }

    internal Task<IReadOnlyList<Phrase>> PhrasesAsync(CancellationToken cancel) =>
        store.QueryAsync<Phrase>($"SELECT {PhraseColumns} FROM hotline_phrase WHERE retired_at IS NULL ORDER BY added_at", null, cancel);

    internal static Task AddPhraseAsync(RecordTransaction transaction, Phrase phrase, string by, DateTimeOffset now, CancellationToken cancel) => transaction.ExecuteAsync(
        $"INSERT INTO hotline_phrase ({PhraseColumns}, added_at, added_by) VALUES (@Id, @Kind, @Urgency, @TitleJa, @TitleEn, @TextJa, @TextEn, @now, @by)",
        new { phrase.Id, phrase.Kind, phrase.Urgency, phrase.TitleJa, phrase.TitleEn, phrase.TextJa, phrase.TextEn, now, by },
        cancel);

    internal static async Task<bool> RetirePhraseAsync(RecordTransaction transaction, string id, DateTimeOffset now, CancellationToken cancel) =>
        await transaction.ExecuteAsync("UPDATE hotline_phrase SET retired_at = @now WHERE id = @id AND retired_at IS NULL", new { id, now }, cancel).ConfigureAwait(false) == 1;

    private static HotlineSettings Of(IReadOnlyList<Pair> pairs)
    {
        var kept = pairs.ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal);
        var fallback = new HotlineSettings();
        return new HotlineSettings
        {
            Targets = new AcknowledgementTargets(Minutes("target.flash", fallback.Targets.Flash), Minutes("target.immediate", fallback.Targets.Immediate), Minutes("target.priority", fallback.Targets.Priority), Minutes("target.routine", fallback.Targets.Routine)),
            RingLimit = kept.TryGetValue("ring.limit", out var limit) ? int.Parse(limit, CultureInfo.InvariantCulture) : fallback.RingLimit,
            TestAt = kept.TryGetValue("test.at", out var at) ? TimeOnly.ParseExact(at, "HH:mm", CultureInfo.InvariantCulture) : fallback.TestAt,
            Hook = kept.GetValueOrDefault("hook") is { Length: > 0 } hook ? new Uri(hook) : null,
            HookSecret = kept.GetValueOrDefault("hook.secret") ?? "",
            LinkAddress = kept.GetValueOrDefault("hook.link") ?? "",
        };

        TimeSpan Minutes(string name, TimeSpan otherwise) => kept.TryGetValue(name, out var minutes) ? TimeSpan.FromMinutes(int.Parse(minutes, CultureInfo.InvariantCulture)) : otherwise;
    }

    private static IEnumerable<(string Name, string Value)> Pairs(HotlineSettings settings) =>
    [
        ("target.flash", Minutes(settings.Targets.Flash)),
        ("target.immediate", Minutes(settings.Targets.Immediate)),
        ("target.priority", Minutes(settings.Targets.Priority)),
        ("target.routine", Minutes(settings.Targets.Routine)),
        ("ring.limit", settings.RingLimit.ToString(CultureInfo.InvariantCulture)),
        ("test.at", settings.TestAt.ToString("HH:mm", CultureInfo.InvariantCulture)),
        ("hook", settings.Hook?.AbsoluteUri ?? ""),
        ("hook.secret", settings.HookSecret),
        ("hook.link", settings.LinkAddress),
    ];

    private static string Minutes(TimeSpan span) => ((int)span.TotalMinutes).ToString(CultureInfo.InvariantCulture);

    private sealed class Pair
    {
        public string Name { get; init; } = "";

        public string Value { get; init; } = "";
    }
}
