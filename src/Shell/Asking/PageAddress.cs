using Microsoft.AspNetCore.Http;
using Noroshi.Shell.Ui;

namespace Noroshi.Shell.Asking;

/// <summary>Reads the address of a page; what cannot be understood is said on the page, with the status that belongs to it.</summary>
public static class PageAddress
{
    /// <summary>The problem, or null where the address was read.</summary>
    public static WrongAskException? Read(HttpContext context, Action read)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(read);
        try
        {
            read();
            return null;
        }
        catch (WrongAskException wrong)
        {
            context.Response.AnswerWith(wrong.IsUnknown ? StatusCodes.Status404NotFound : StatusCodes.Status400BadRequest);
            return wrong;
        }
    }
}
