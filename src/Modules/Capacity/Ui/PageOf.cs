using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Noroshi.Capacity.Ui;

/// <summary>The part of a long list that a page shows.</summary>
/// <remarks>
/// <c>Number</c>: From 1.
/// </remarks>
internal sealed record PageOf<T>(IReadOnlyList<T> Rows, int Number, int Pages)
{
    /// <summary>Rows on one page.</summary>
    internal const int Size = 25;

    internal bool HasNext => Number < Pages;

    /// <summary>The page that the address asks for; the last where it asks for one beyond.</summary>
    internal static PageOf<T> Of(IReadOnlyList<T> all, HttpContext context)
    {
        var pages = Math.Max(1, (all.Count + Size - 1) / Size);
        var asked = int.TryParse(context.Request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 1, pages) : 1;
        return new PageOf<T>([.. all.Skip((asked - 1) * Size).Take(Size)], asked, pages);
    }
}
