using Microsoft.AspNetCore.Http;
using Noroshi.Diplomacy.Votes.Domain;

namespace Noroshi.Diplomacy.Votes.Ui;

/// <summary>Reads the address of a page; what cannot be understood is said on the page, with the status that belongs to it.</summary>
internal static class VotesPageAsk
{
    /// <summary>The problem, or null where the address was read.</summary>
    internal static WrongVoteAskException? Try(HttpContext context, Action read)
    {
        try
        {
            read();
            return null;
        }
        catch (WrongVoteAskException wrong)
        {
            context.Response.OnStarting(() =>
            {
                context.Response.StatusCode = StatusCodes.Status400BadRequest;
                return Task.CompletedTask;
            });
            return wrong;
        }
    }

    /// <summary>A value of the address, empty where it has none.</summary>
    internal static string Asked(this HttpContext context, string name) => context.Request.Query[name].ToString().Trim();
}
