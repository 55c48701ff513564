using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using Noroshi.Contracts;
using Noroshi.Shell.Access;

namespace Noroshi.Shell.Ui;

/// <summary>The entries of the side navigation that a person's roles open.</summary>
internal static class Navigation
{
    internal static IReadOnlyList<NavigationEntry> For(ClaimsPrincipal person, OpenModules modules, IStringLocalizer text) =>
    [
        .. Own(text).Concat(modules.List.SelectMany(module => module.Navigation))
            .Where(entry => entry.Roles.Count == 0 || entry.Roles.Any(role => person.HasRole(role)))
            .OrderBy(entry => entry.Order),
    ];

    /// <summary>The entry a path belongs to: the longest one that the path equals or lies below.</summary>
    internal static NavigationEntry? At(PathString path, IReadOnlyList<NavigationEntry> entries) => entries
        .Where(entry => entry.Path == "/" ? path == "/" : path.StartsWithSegments(entry.Path))
        .MaxBy(entry => entry.Path.Length);

    /// <summary>The room an entry lies in: the entry above it, or itself.</summary>
    internal static NavigationEntry RoomOf(NavigationEntry entry, IReadOnlyList<NavigationEntry> entries) =>
        entries.Where(other => other.Path != "/" && entry.Path.StartsWith(other.Path + "/", StringComparison.Ordinal)).MinBy(other => other.Path.Length) ?? entry;

    private static NavigationEntry[] Own(IStringLocalizer text) =>
    [
        new("/", () => text["Today"], [], 100),
        new("/states", () => text["States"], [], 940),
        new("/settings/users", () => text["Administration"], [Role.Administrator], 950),
        new("/settings/audit", () => text["AuditLog"], [Role.Auditor, Role.Administrator], 960),
        new("/docs", () => text["Documentation"], [], 990),
    ];
}
