using Microsoft.AspNetCore.Http;

namespace Noroshi.Diplomacy.Votes.Ui;

/// <summary>Reads values of the address of a page.</summary>
internal static class VotesPageAsk
{
    /// <summary>A value of the address, empty where it has none.</summary>
    internal static string Asked(this HttpContext context, string name) => context.Request.Query[name].ToString().Trim();
}
