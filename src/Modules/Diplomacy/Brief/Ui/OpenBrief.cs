using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Noroshi.Diplomacy.Brief.Ui;

/// <summary>The brief that the address of a page asks for, or why there is none.</summary>
internal sealed record OpenBrief(BriefAsk? Ask, StateBrief? Brief, WrongBriefException? Wrong)
{
    internal static async Task<OpenBrief> ReadAsync(HttpContext context, string code, BriefAsking asking, MakeBrief making)
    {
        try
        {
            var ask = asking.Read(code, context.Request.Query["on"], context.Request.Query["marking"], CultureInfo.CurrentUICulture);
            return new OpenBrief(ask, await making.ForPersonAsync(ask, context.User, context.RequestAborted), null);
        }
        catch (WrongBriefException wrong)
        {
            // Said only when the answer starts: a page that is not found earlier would be replaced by the general one, which cannot say what was meant.
            context.Response.OnStarting(() =>
            {
                context.Response.StatusCode = wrong.IsUnknown ? StatusCodes.Status404NotFound : StatusCodes.Status400BadRequest;
                return Task.CompletedTask;
            });
            return new OpenBrief(null, null, wrong);
        }
    }
}
