using System.Globalization;
using Noroshi.Contracts;
using Noroshi.Shell.Audit;
using Noroshi.Storage;

namespace Noroshi.Contacts.Hotline;

/// <summary>Changes what the hotline is set to; each change is an act.</summary>
internal sealed class ChangeHotline(RecordStore store, HotlineBell bell, TimeProvider clock)
{
    /// <summary>Keeps the settings.</summary>
    internal Task SaveAsync(Actor by, HotlineSettings settings, CancellationToken cancel) => store.TransactAsync(
        async transaction =>
        {
            await SettingRecords.WriteAsync(transaction, settings, cancel);
            await RecordAsync(transaction, by, "settings", cancel, ("hook", settings.Hook is null ? "off" : settings.Hook.Host), ("ringLimit", settings.RingLimit.ToString(CultureInfo.InvariantCulture)), ("targets", string.Join(' ', Enum.GetValues<Precedence>().Select(one => $"{HotlineWords.Of(one)}={settings.Targets.Of(one).TotalMinutes.ToString(CultureInfo.InvariantCulture)}min"))));
        },
        cancel);

    internal Task SaveLadderAsync(Actor by, IReadOnlyList<(string Organisation, Role Role)> ladder, CancellationToken cancel) => store.TransactAsync(
        async transaction =>
        {
            await SettingRecords.WriteLadderAsync(transaction, ladder, cancel);
            await RecordAsync(transaction, by, "ladder", cancel, ("ladder", string.Join(" → ", ladder.Select(rung => $"{(rung.Organisation.Length == 0 ? "*" : rung.Organisation)}/{rung.Role}"))));
        },
        cancel);

    internal Task AddPhraseAsync(Actor by, Phrase phrase, CancellationToken cancel) => store.TransactAsync(
        async transaction =>
        {
            await SettingRecords.AddPhraseAsync(transaction, phrase, by.Id, clock.GetUtcNow(), cancel);
            await RecordAsync(transaction, by, "phrases", cancel, ("added", phrase.Id));
        },
        cancel);

    internal Task<bool> RetirePhraseAsync(Actor by, string id, CancellationToken cancel) => store.TransactAsync(
        async transaction =>
        {
            if (!await SettingRecords.RetirePhraseAsync(transaction, id, clock.GetUtcNow(), cancel)) return false;
            await RecordAsync(transaction, by, "phrases", cancel, ("retired", id));
            return true;
        },
        cancel);

    /// <summary>Goes on duty or off it: administrators on duty are rung from the first moment.</summary>
    internal async Task SetDutyAsync(Actor by, bool onDuty, CancellationToken cancel)
    {
        await store.TransactAsync(
            async transaction =>
            {
                var now = clock.GetUtcNow();
                await RingRecords.SetDutyAsync(transaction, by.Id, onDuty, now, cancel);
                await ActTrail.RecordAsync(transaction, new AuditEvent(now, "hotline.duty", by.Id, by.Organisation, "user:" + by.Id, true, new Dictionary<string, string> { ["onDuty"] = onDuty ? "yes" : "no" }), cancel);
            },
            cancel);
        bell.Signal();
    }

    private Task RecordAsync(RecordTransaction transaction, Actor by, string part, CancellationToken cancel, params (string Key, string Value)[] details) => ActTrail.RecordAsync(
        transaction,
        new AuditEvent(clock.GetUtcNow(), "hotline.settings", by.Id, by.Organisation, "hotline:" + part, true, details.ToDictionary(one => one.Key, one => one.Value)),
        cancel);
}
