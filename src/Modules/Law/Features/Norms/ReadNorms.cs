using System.Security.Claims;
using Noroshi.Contracts;
using Noroshi.Law.Domain;
using Noroshi.Law.Store;
using Noroshi.Shell.Access;

namespace Noroshi.Law.Features;

/// <summary>The norms with the entries that a person may read: their own organisation's, and what others share.</summary>
internal sealed class ReadNorms(LawBook book, NormRecords records, IDataAccess access)
{
    /// <summary>The norm of that letter, either case.</summary>
    /// <exception cref="WrongAskException">There is none.</exception>
    internal Norm Norm(string? asked) => book.Norms.FirstOrDefault(norm => string.Equals(norm.Id, asked, StringComparison.OrdinalIgnoreCase))
        ?? throw new WrongAskException("norm", "There is no such norm.", $"Norms: {string.Join(", ", book.Norms.Select(norm => norm.Id))}.", isUnknown: true);

    internal async Task<IReadOnlyList<NormStanding>> AllAsync(ClaimsPrincipal person, DateOnly on, DateOnly? knownAt, CancellationToken cancel) =>
        (await EntriesAsync(person, null, cancel)).On(book.Norms, on, knownAt);

    internal async Task<NormStanding> OneAsync(ClaimsPrincipal person, Norm norm, DateOnly on, DateOnly? knownAt, CancellationToken cancel) =>
        (await EntriesAsync(person, norm.Id, cancel)).On([norm], on, knownAt)[0];

    /// <summary>Evidence that the person may read; null otherwise.</summary>
    internal async Task<Evidence?> FindAsync(ClaimsPrincipal person, string norm, long number, CancellationToken cancel)
    {
        var owners = await access.ReadableOwnersAsync(person, NormRights.DataKind, cancel);
        return await records.FindAsync(norm, number, cancel) is { } evidence && owners?.Contains(evidence.Owner) != false ? evidence : null;
    }

    /// <summary>Number of the last assessment of the person's own organisation, whatever day it holds for: what a further one is checked against.</summary>
    internal async Task<long> VersionAsync(ClaimsPrincipal person, Norm norm, CancellationToken cancel)
    {
        if (person.OrganisationId() is not { } own) return 0;
        var entries = await records.ReadAsync(new HashSet<string> { own }, norm.Id, cancel);
        return entries.Assessments.Select(assessment => assessment.Number).DefaultIfEmpty().Max();
    }

    private async Task<NormEntries> EntriesAsync(ClaimsPrincipal person, string? norm, CancellationToken cancel) =>
        await records.ReadAsync(await access.ReadableOwnersAsync(person, NormRights.DataKind, cancel), norm, cancel);
}
