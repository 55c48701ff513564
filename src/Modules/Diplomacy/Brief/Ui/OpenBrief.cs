using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Noroshi.Diplomacy.Brief.Ui;

/// <summary>The brief that the address of a page asks for, or why there is none.</summary>
internal sealed record OpenBrief(BriefAsk? Ask, StateBrief? Brief, WrongAskException? Wrong)
{
    internal static async Task<OpenBrief> ReadAsync(HttpContext context, string code, BriefAsking asking, MakeBrief making)
    {
        BriefAsk? ask = null;
        var wrong = PageAddress.Read(context, () => ask = asking.Read(code, context.Request.Query["on"], context.Request.Query["marking"], CultureInfo.CurrentUICulture));
        return new OpenBrief(ask, ask is null ? null : await making.ForPersonAsync(ask, context.User, context.RequestAborted), wrong);
    }
}
