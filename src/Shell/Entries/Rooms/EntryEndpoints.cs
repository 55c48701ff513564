using Microsoft.AspNetCore.Routing;

namespace Noroshi.Shell.Entries;

/// <summary>Puts the entries of a room at its addresses: <c>entries</c>, <c>entries/{id}</c>, corrections and withdrawal.</summary>
public static class EntryEndpoints
{
    /// <summary>Adds the addresses that read.</summary>
    /// <typeparam name="TKind">The kinds of entries that the room has.</typeparam>
    /// <param name="api">The group of those who may.</param>
    public static void MapEntries<TKind>(this IEndpointRouteBuilder api)
        where TKind : struct, Enum => EntryRoutes<TKind>.MapReading(api);

    /// <summary>Adds the addresses that write.</summary>
    /// <typeparam name="TKind">The kinds of entries that the room has.</typeparam>
    /// <param name="api">The group of those who may.</param>
    /// <param name="kinds">The kinds in words, for the description: "a meeting, statement or outcome".</param>
    public static void MapEntryWriting<TKind>(this IEndpointRouteBuilder api, string kinds)
        where TKind : struct, Enum => EntryRoutes<TKind>.MapWriting(api, kinds);
}
