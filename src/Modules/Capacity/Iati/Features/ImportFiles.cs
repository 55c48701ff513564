using System.Security.Claims;
using Noroshi.Capacity.Iati.Exchange;
using Noroshi.Capacity.Iati.Store;
using Noroshi.Shell.Access;
using Noroshi.Shell.Audit;
using Noroshi.Storage;

namespace Noroshi.Capacity.Iati.Features;

/// <summary>Takes over what a person uploaded through a page: first the differences, then the decision.</summary>
internal sealed class ImportFiles(WaitingFiles waiting, RecordStore store, NodeOptions options, TimeProvider clock)
{
    /// <summary>What the waiting file would change or does change; null where nothing waits for this person under the key.</summary>
    /// <exception cref="RefusalException">The file cannot be taken.</exception>
    internal async Task<ImportAnswer?> RunAsync(ClaimsPrincipal person, string? key, string name, ImportWish wish, CancellationToken cancel)
    {
        await using var content = waiting.Open(person.UserId(), key);
        if (content is null) return null;
        var import = new ImportActivities(store, options, clock);
        var run = new ImportRun(wish, (request, stop) => import.RunAsync(request, Actor.Of(person), person.DisplayName(), stop), new ActivityRecords(store).OfSourceAsync);
        return await run.RunAsync([(name, content)], waiting.Folder, cancel);
    }
}
